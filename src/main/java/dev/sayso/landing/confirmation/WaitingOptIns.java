package dev.sayso.landing.confirmation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.landing.PublishedPage;
import dev.sayso.service.Services;
import dev.sayso.service.Subscription;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.service.SubscriptionState;
import dev.sayso.service.Subscriptions;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Tells what of a confirmation waits still, and which noes confirming it would end.
 */
@Component
class WaitingOptIns {

	private final Says says;

	private final PendingOptIns pending;

	private final Subscriptions subscriptions;

	private final Services services;

	private final AddressOwners owners;

	private final Suppressions suppressions;

	private final MessageSource messages;

	private final ConfirmationPages pages;

	WaitingOptIns(Says says, PendingOptIns pending, Subscriptions subscriptions, Services services,
			AddressOwners owners, Suppressions suppressions, MessageSource messages, ConfirmationPages pages) {
		this.suppressions = suppressions;
		this.pages = pages;
		this.says = says;
		this.pending = pending;
		this.subscriptions = subscriptions;
		this.services = services;
		this.owners = owners;
		this.messages = messages;
	}

	/**
	 * @param services by their keys
	 */
	record Waiting(Set<Purpose> purposes, List<String> services) {

		boolean isEmpty() {
			return this.purposes.isEmpty() && this.services.isEmpty();
		}

		/**
		 * Whether confirming it opens e-mail again, for everybody who has the address.
		 */
		boolean opensEmail() {
			return this.purposes.contains(Purpose.MARKETING_EMAIL);
		}

	}

	Waiting find(MailedConfirmation asked) {
		Say say = this.says.find(asked.profile());
		Set<Purpose> beside = EnumSet.noneOf(Purpose.class);
		this.pending.list(asked.profile()).forEach((optIn) -> beside.add(optIn.purpose()));
		Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
		List<String> keys = new ArrayList<>();
		for (String key : asked.purposes()) {
			Purpose.of(key)
				.filter((purpose) -> say.explicit(purpose) == Choice.PENDING || beside.contains(purpose))
				.ifPresent(purposes::add);
			if (key.startsWith(SubscriptionLedger.PREFIX)
					&& waits(asked, key.substring(SubscriptionLedger.PREFIX.length()))) {
				keys.add(key.substring(SubscriptionLedger.PREFIX.length()));
			}
		}
		return new Waiting(purposes, keys);
	}

	/** What of it holds, once it was confirmed. */
	Waiting confirmed(MailedConfirmation asked) {
		Say say = this.says.find(asked.profile());
		Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
		asked.purposes()
			.stream()
			.flatMap((key) -> Purpose.of(key).stream())
			.filter((purpose) -> say.explicit(purpose) == Choice.YES)
			.forEach(purposes::add);
		List<String> keys = asked.purposes()
			.stream()
			.filter((key) -> key.startsWith(SubscriptionLedger.PREFIX))
			.map((key) -> key.substring(SubscriptionLedger.PREFIX.length()))
			.filter((key) -> this.subscriptions.find(asked.profile(), key)
				.filter(Subscription::isSubscribed)
				.isPresent())
			.toList();
		return new Waiting(purposes, keys);
	}

	/**
	 * What stands as asked for, or beside a no said before where the page takes anything
	 * from somebody known.
	 */
	private boolean waits(MailedConfirmation asked, String service) {
		Subscription current = this.subscriptions.find(asked.profile(), service).orElse(null);
		return current != null && (current.state() == SubscriptionState.PENDING
				|| (current.isUnsubscribed() && !current.since().isAfter(asked.askedAt())
						&& this.pages.find(asked).filter(PublishedPage::updatesKnown).isPresent()));
	}

	/** When somebody at an address asked last to stop e-mail; null where nobody did. */
	@Nullable Instant refused(String address) {
		Stream<Instant> kept = this.suppressions.find(Map.of(Channel.EMAIL, address))
			.stream()
			.filter((suppression) -> suppression.kind() == Suppression.Kind.KEPT_SAY)
			.map(Suppression::since);
		Stream<Instant> said = owners(address).stream()
			.map(this.says::find)
			.flatMap((say) -> Stream.of(say.get(Purpose.MARKETING_ANY), say.get(Purpose.MARKETING_EMAIL)))
			.flatMap(Optional::stream)
			.filter((consent) -> consent.choice() == Choice.NO)
			.map(Consent::saidAt);
		return Stream.concat(kept, said).max(Instant::compareTo).orElse(null);
	}

	List<ProfileId> owners(String address) {
		return this.owners.ids(Map.of(Channel.EMAIL, address));
	}

	/** What was asked for, as the page called it. */
	List<String> labels(MailedConfirmation asked, PublishedPage page, Waiting waiting, Locale locale) {
		List<String> labels = new ArrayList<>();
		waiting.purposes().forEach((purpose) -> {
			String own = page.wording(Locale.LanguageRange.parse(asked.language())).box(purpose).label();
			labels.add(own.isBlank() ? name(purpose, locale) : own);
		});
		waiting.services()
			.forEach((key) -> labels
				.add(this.services.findBySlug(key).map((service) -> service.name(locale.getLanguage())).orElse(key)));
		return labels;
	}

	private String name(Purpose purpose, Locale locale) {
		String key = purpose.isMarketing() ? "channel." + purpose.key().substring("marketing.".length())
				: "purpose." + purpose.key();
		return this.messages.getMessage("public." + key, null, this.messages.getMessage(key, null, locale), locale);
	}

}
