package dev.sayso.landing.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.landing.PageBlock;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.service.SubscriptionLedger;
import dev.sayso.shared.LocalizedDate;

/**
 * Says what a form changed, by names alone: whoever reads it may be whom an address
 * belonged to before.
 */
@Component
class ChangeWords {

	private final SubscriptionLedger services;

	private final Attributes attributes;

	private final MessageSource messages;

	ChangeWords(SubscriptionLedger services, Attributes attributes, MessageSource messages) {
		this.attributes = attributes;
		this.services = services;
		this.messages = messages;
	}

	/**
	 * @param details the names of the fields that changed
	 */
	List<String> list(List<LedgerEntry> entries, Collection<String> details, Locale locale) {
		List<String> lines = new ArrayList<>();
		entries.stream()
			.filter((entry) -> !PendingOptIns.isDrop(entry))
			.forEach((entry) -> name(entry, locale).ifPresent((name) -> lines.add(this.messages
				.getMessage("notice.change.line", new Object[] { name, state(entry, locale) }, locale))));
		details.forEach((name) -> lines
			.add(this.messages.getMessage("notice.change.detail", new Object[] { field(name, locale) }, locale)));
		return lines;
	}

	private String field(String name, Locale locale) {
		if (!name.startsWith(PageBlock.ATTRIBUTE)) {
			return say("public.field." + name, locale);
		}
		String attribute = name.substring(PageBlock.ATTRIBUTE.length());
		return this.attributes.findByName(attribute).map(Attribute::label).orElse(attribute);
	}

	private Optional<String> name(LedgerEntry entry, Locale locale) {
		if (entry.purpose().startsWith(SubscriptionLedger.PREFIX)) {
			return Optional.of(this.services.name(entry.purpose(), locale));
		}
		if (Pause.subject(entry.purpose()).isPresent()) {
			return Optional.of(say("purpose." + entry.purpose(), locale));
		}
		return Purpose.of(entry.purpose()).map((purpose) -> name(purpose, locale));
	}

	private String name(Purpose purpose, Locale locale) {
		if (purpose.isMarketing()) {
			return say("public.channel." + purpose.key().substring("marketing.".length()), locale);
		}
		return this.messages.getMessage("public.purpose." + purpose.key(), null,
				say("purpose." + purpose.key(), locale), locale);
	}

	/** A pause tells until when it is. */
	private String state(LedgerEntry entry, Locale locale) {
		if (Pause.subject(entry.purpose()).isPresent() && !entry.after().equals(RecordPause.ENDED)) {
			return LocalizedDate.of(LocalDate.parse(entry.after()), locale);
		}
		return say("public.state." + switch (entry.after()) {
			case "y", "subscribed" -> "on";
			case "n", "unsubscribed" -> "off";
			case "p", "pending" -> "wait";
			default -> "open";
		}, locale);
	}

	private String say(String code, Locale locale) {
		return this.messages.getMessage(code, null, locale);
	}

}
