package dev.sayso.landing.visit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.BoxText;
import dev.sayso.person.Profile;
import dev.sayso.shared.TimeFormat;

/**
 * Writes the messages of public pages that differ by reader, with a time or an address in
 * them.
 */
@Component
class PublicMessages {

	private final MessageSource messages;

	private final TimeFormat times;

	PublicMessages(MessageSource messages, TimeFormat times) {
		this.messages = messages;
		this.times = times;
	}

	String say(String key, Locale locale, Object... args) {
		return this.messages.getMessage(key, args, locale);
	}

	/** The label of a checkbox: the page's own text, else the purpose's name. */
	String label(BoxText own, Purpose purpose, Locale locale) {
		return own.label().isBlank() ? name(purpose, locale) : own.label();
	}

	String names(Collection<Purpose> purposes, Locale locale) {
		return purposes.stream().map((purpose) -> name(purpose, locale)).collect(Collectors.joining(", "));
	}

	String name(Purpose purpose, Locale locale) {
		return say("public." + PublicFormBody.box(purpose), locale);
	}

	/** A time as the person reads it: in their own zone where it is known. */
	String when(Instant instant, @Nullable Profile reader, Locale locale) {
		return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
			.withLocale(locale)
			.format(instant.atZone(zone(reader)));
	}

	private ZoneId zone(@Nullable Profile reader) {
		String zone = (reader != null) ? reader.details().timeZone() : null;
		try {
			return (zone != null) ? ZoneId.of(zone) : this.times.zone();
		}
		catch (DateTimeException ex) {
			return this.times.zone();
		}
	}

}
