package dev.sayso.landing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Purpose;
import dev.sayso.profile.Profile;
import dev.sayso.shared.Times;

/**
 * Says on public pages what changes with the reader: sentences with a time or an address
 * in them.
 */
@Component
class Words {

	private final MessageSource messages;

	private final Times times;

	Words(MessageSource messages, Times times) {
		this.messages = messages;
		this.times = times;
	}

	String say(String key, Locale locale, Object... args) {
		return this.messages.getMessage(key, args, locale);
	}

	/**
	 * What stands beside a checkbox: the page's own words, else the purpose's name.
	 */
	String label(BoxText own, Purpose purpose, Locale locale) {
		return own.label().isBlank() ? name(purpose, locale) : own.label();
	}

	String name(Purpose purpose, Locale locale) {
		return say("public." + Posted.box(purpose), locale);
	}

	/**
	 * A time as the person reads it: in their own zone where it is known.
	 */
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
