package dev.sayso.offer.text;

import java.math.BigDecimal;
import java.text.DateFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.PersonFacts;
import dev.sayso.shared.LocalizedDate;

final class TemplateRendering {

	/** A number whose digits nobody would read is written as it is kept. */
	private static final int MOST_DIGITS = 100;

	/** The languages in which days have words; others would get those of none. */
	private static final Set<String> WORDS = Stream.of(DateFormat.getAvailableLocales())
		.map(Locale::getLanguage)
		.filter((language) -> !language.isEmpty())
		.collect(Collectors.toUnmodifiableSet());

	private final @Nullable PersonFacts person;

	private final Map<String, Object> context;

	private final Map<String, Object> offer;

	private final Locale language;

	private final StringBuilder out;

	private @Nullable Item item;

	/** Items count as characters: those that write nothing take time as well. */
	private int items;

	/** One of a list, and the one of the list around it. */
	private record Item(Object value, @Nullable Item outer) {

	}

	TemplateRendering(@Nullable PersonFacts person, Map<String, Object> context, Map<String, Object> offer,
			Locale language, int length) {
		this.person = person;
		this.context = context;
		this.offer = offer;
		this.language = language;
		this.out = new StringBuilder(length);
	}

	@Nullable PersonFacts person() {
		return this.person;
	}

	Map<String, Object> context() {
		return this.context;
	}

	Map<String, Object> offer() {
		return this.offer;
	}

	@Nullable Object item(String[] path) {
		if (path.length == 0) {
			return (this.item != null) ? this.item.value : null;
		}
		for (Item at = this.item; at != null; at = at.outer) {
			if (at.value instanceof Map<?, ?> map && map.containsKey(path[0])) {
				return follow(map, path);
			}
		}
		return null;
	}

	void literal(String text) {
		this.out.append(text);
		limit();
	}

	void value(String value, ValueEscaping escape) {
		escape.write(value, this.out);
		limit();
	}

	void renderItem(@Nullable Object value, TemplatePart[] parts) {
		this.items++;
		limit();
		Item outer = this.item;
		this.item = (value != null) ? new Item(value, outer) : outer;
		for (TemplatePart part : parts) {
			part.write(this);
		}
		this.item = outer;
	}

	private void limit() {
		if (this.out.length() + this.items > Template.MOST) {
			throw new TextTooLongException();
		}
	}

	@Override
	public String toString() {
		return this.out.toString();
	}

	/** A value as people read it, or with {@code iso} as machines do (ISO 8601). */
	String format(Object value, boolean iso) {
		if (value instanceof Number number) {
			return number(number);
		}
		if (value instanceof LocalDate day) {
			return iso ? day.toString() : day(day);
		}
		if (value instanceof Instant instant) {
			ZoneId zone = (this.person != null) ? this.person.zone() : ZoneOffset.UTC;
			return iso ? instant.toString() : day(instant.atZone(zone).toLocalDate());
		}
		if (value instanceof Boolean truth && !iso) {
			return WrittenTruth.in(this.language, truth);
		}
		if (value instanceof Collection<?> several) {
			return several.stream()
				.filter(Objects::nonNull)
				.map((one) -> format(one, iso))
				.collect(Collectors.joining(", "));
		}
		return (value instanceof Map) ? "" : value.toString();
	}

	private static String number(Number number) {
		if (number instanceof Integer || number instanceof Long) {
			return number.toString();
		}
		try {
			BigDecimal exact = new BigDecimal(number.toString());
			boolean legible = Math.abs(exact.scale()) + exact.precision() <= MOST_DIGITS;
			return legible ? exact.stripTrailingZeros().toPlainString() : number.toString();
		}
		catch (NumberFormatException ex) {
			return "";
		}
	}

	private String day(LocalDate day) {
		return LocalizedDate.of(day, WORDS.contains(this.language.getLanguage()) ? this.language : Locale.UK);
	}

	static @Nullable Object follow(Map<?, ?> from, String[] path) {
		Object value = from;
		for (String step : path) {
			value = (value instanceof Map<?, ?> map) ? map.get(step) : null;
		}
		return value;
	}

}
