package dev.sayso.landing.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.service.SubscriptionLedger;

/**
 * Says what a form changed, by names alone: whoever reads it may be whom an address
 * belonged to before.
 */
@Component
class ChangeWords {

	private final SubscriptionLedger services;

	private final MessageSource messages;

	ChangeWords(SubscriptionLedger services, MessageSource messages) {
		this.services = services;
		this.messages = messages;
	}

	/**
	 * @param details the names of those that changed
	 */
	List<String> list(List<LedgerEntry> entries, Collection<String> details, Locale locale) {
		List<String> lines = new ArrayList<>();
		entries.forEach((entry) -> name(entry, locale)
			.ifPresent((name) -> lines.add(this.messages.getMessage("notice.change.line",
					new Object[] { name, say("public.state." + state(entry), locale) }, locale))));
		details.forEach((name) -> lines.add(this.messages.getMessage("notice.change.detail",
				new Object[] { say("public.field." + name, locale) }, locale)));
		return lines;
	}

	private Optional<String> name(LedgerEntry entry, Locale locale) {
		if (entry.purpose().startsWith(SubscriptionLedger.PREFIX)) {
			return Optional.of(this.services.name(entry.purpose(), locale));
		}
		return Purpose.of(entry.purpose())
			.map((purpose) -> say("public." + (purpose.isMarketing()
					? "channel." + purpose.key().substring("marketing.".length()) : "purpose." + purpose.key()),
					locale));
	}

	private static String state(LedgerEntry entry) {
		return switch (entry.after()) {
			case "y", "subscribed" -> "on";
			case "n", "unsubscribed" -> "off";
			case "p", "pending" -> "wait";
			default -> "open";
		};
	}

	private String say(String code, Locale locale) {
		return this.messages.getMessage(code, null, code, locale);
	}

}
