package dev.sayso.landing.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Consent;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageServices;
import dev.sayso.landing.form.FormPause;
import dev.sayso.landing.visit.ResultMessages.Outcome;
import dev.sayso.service.Service;
import dev.sayso.service.Subscription;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.shared.LocalizedDate;

/**
 * Says of a form by personal link what it changed, and all that is on and off now.
 */
@Component
class ResultLines {

	private final ConsentSettings settings;

	private final PublicMessages messages;

	private final ContactStatuses statuses;

	private final PageServices services;

	private final FormPause pause;

	ResultLines(ConsentSettings settings, PublicMessages messages, ContactStatuses statuses, PageServices services,
			FormPause pause) {
		this.pause = pause;
		this.settings = settings;
		this.messages = messages;
		this.statuses = statuses;
		this.services = services;
	}

	/** All that is on and off, in the order of the page. */
	List<ResultView.Line> list(Outcome outcome, Locale locale) {
		List<Purpose> purposes = new ArrayList<>(outcome.page().boxes().keySet());
		if (ResultMessages.stopsAll(outcome.page(), outcome.submission()) || outcome.page().kind().stopsApart()) {
			List<Purpose> channels = this.settings.channelsInUse().stream().map(Purpose::marketing).toList();
			List<Purpose> shown = purposes.stream().filter(channels::contains).toList();
			purposes.removeIf(Purpose::isMarketing);
			purposes.addAll(0, Stream.concat(shown.stream(), channels.stream()).distinct().toList());
		}
		if (outcome.written().stream().anyMatch((entry) -> entry.purpose().equals(Purpose.MARKETING_EMAIL.key()))
				&& !purposes.contains(Purpose.MARKETING_EMAIL)) {
			purposes.add(Purpose.MARKETING_EMAIL);
		}
		List<Service> services = outcome.page()
			.services()
			.keySet()
			.stream()
			.flatMap((key) -> this.services.find(key).stream())
			.collect(Collectors.toCollection(ArrayList::new));
		ContactStatus status = this.statuses.find(outcome.recipient().profile());
		List<ResultView.Line> lines = new ArrayList<>();
		if (outcome.page().blocks().has(PageBlock.Type.PAUSE)) {
			this.pause.running(outcome.recipient().say())
				.ifPresent((running) -> lines.add(new ResultView.Line(
						this.messages.say("public.paused", locale, LocalizedDate.of(running.until(), locale)), "paused",
						null, "public.paused.text")));
		}
		for (Purpose purpose : purposes) {
			if (purpose != Purpose.MARKETING_ANY) {
				lines.add(line(outcome, purpose, status, locale));
				List<Service> within = services.stream()
					.filter((service) -> Purpose.marketing(service.channel()) == purpose)
					.toList();
				within.forEach((service) -> lines.add(line(outcome, service, true, locale)));
				services.removeAll(within);
			}
		}
		services.forEach((service) -> lines.add(line(outcome, service, false, locale)));
		return lines;
	}

	/** What somebody subscribes to comes only where its channel is not stopped. */
	private ResultView.Line line(Outcome outcome, Service service, boolean within, Locale locale) {
		Subscription current = outcome.recipient().subscriptions().find(service.slug()).orElse(null);
		boolean held = current != null && current.isSubscribed()
				&& PublicMessages.isStopped(outcome.recipient().say(), service.channel());
		String since = (current == null) ? null : this.messages.say("public.since", locale,
				this.messages.when(current.since(), outcome.recipient().profile(), locale));
		String often = (current == null) ? null
				: service.frequency(current.frequency())
					.map((frequency) -> frequency.in(locale.getLanguage()))
					.orElse(null);
		return new ResultView.Line(service.name(locale.getLanguage()), held ? "stopped" : state(current),
				(often != null) ? often + " · " + since : since, held ? "public.service.held" : null, within);
	}

	private static String state(@Nullable Subscription subscription) {
		return (subscription == null) ? "not" : switch (subscription.state()) {
			case SUBSCRIBED -> "on";
			case PENDING -> "wait";
			case UNSUBSCRIBED -> "off";
			case ENDED -> "not";
		};
	}

	/**
	 * What a form changed, told apart where the page asks about more than channels and it
	 * did not stop everything.
	 */
	List<ResultView.Change> changes(Outcome outcome, Locale locale) {
		boolean told = outcome.page().kind().stopsApart() || outcome.page().blocks().has(PageBlock.Type.PAUSE)
				|| !outcome.page().services().isEmpty();
		if (!told || outcome.stopped()) {
			return List.of();
		}
		ContactStatus status = this.statuses.find(outcome.recipient().profile());
		return outcome.written()
			.stream()
			.filter((entry) -> !PendingOptIns.isDrop(entry))
			.flatMap((entry) -> change(entry, status, locale).stream())
			.toList();
	}

	private Optional<ResultView.Change> change(LedgerEntry entry, ContactStatus status, Locale locale) {
		if (entry.purpose().startsWith(SubscriptionLedger.PREFIX)) {
			return this.services.find(entry.purpose().substring(SubscriptionLedger.PREFIX.length())).map((service) -> {
				String often = service.frequency(String.valueOf(entry.evidence().facts().get("frequency")))
					.map((frequency) -> frequency.in(locale.getLanguage()))
					.orElse(null);
				return new ResultView.Change(service.name(locale.getLanguage()),
						entry.after().equals(entry.before()) ? null : "public.state." + subscribed(entry.before()),
						subscribed(entry.after()), often);
			});
		}
		if (Pause.subject(entry.purpose()).isPresent()) {
			boolean ended = entry.after().equals(RecordPause.ENDED);
			return Optional.of(new ResultView.Change(this.messages.say("public.pause.name", locale),
					ended ? "public.state.paused" : null, ended ? "ended" : "paused",
					ended ? null : LocalizedDate.of(LocalDate.parse(entry.after()), locale)));
		}
		return Purpose.of(entry.purpose())
			.filter((purpose) -> purpose.isMarketing() || PageBox.USES.contains(purpose))
			.map((purpose) -> new ResultView.Change(this.messages.name(purpose, locale),
					"public.state." + said(entry.before()),
					(entry.after().equals("y") && isHeld(purpose, status)) ? "held" : said(entry.after()), null));
	}

	private static String subscribed(@Nullable String state) {
		return switch (String.valueOf(state)) {
			case "subscribed" -> "on";
			case "pending" -> "wait";
			case "unsubscribed" -> "off";
			default -> "not";
		};
	}

	private static String said(@Nullable String choice) {
		return switch (String.valueOf(choice)) {
			case "y" -> "on";
			case "n", "dn" -> "off";
			case "p" -> "wait";
			default -> "open";
		};
	}

	/**
	 * What is on is held back as long as somebody with the same address has stopped it.
	 */
	private ResultView.Line line(Outcome outcome, Purpose purpose, ContactStatus status, Locale locale) {
		EffectiveChoice effective = outcome.recipient().say().effective(purpose, this.settings.defaults());
		boolean held = effective.allows() && isHeld(purpose, status);
		String state = held ? "held" : switch (effective.choice()) {
			case PENDING -> "wait";
			case UNKNOWN, DEFAULT_YES -> "open";
			default ->
				(effective.because() == EffectiveChoice.Because.DEFAULT) ? "open" : (effective.allows() ? "on" : "off");
		};
		@Nullable Consent consent = effective.consent();
		String since = (consent == null || outcome.stopped()) ? null : this.messages.say("public.since", locale,
				this.messages.when(consent.since(), outcome.recipient().profile(), locale));
		return new ResultView.Line(this.messages.name(purpose, locale), state, since,
				held ? "public.state.held.text" : null);
	}

	private static boolean isHeld(Purpose purpose, ContactStatus status) {
		return purpose.channel().filter((channel) -> !status.sharedNoes(channel).isEmpty()).isPresent();
	}

}
