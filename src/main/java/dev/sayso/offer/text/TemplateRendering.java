package dev.sayso.offer.text;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.PersonFacts;

/**
 * One text being filled: what its names stand for, and what is written so far.
 */
final class TemplateRendering {

	private final @Nullable PersonFacts person;

	private final Map<String, Object> context;

	private final Map<String, Object> offer;

	private final Locale language;

	private final StringBuilder out;

	private @Nullable Item item;

	/** Rounds count as characters: those that write nothing take time as well. */
	private int rounds;

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

	/**
	 * What the innermost item that knows the name has under it; the empty path is the
	 * item.
	 */
	@Nullable Object item(String[] path) {
		if (path.length == 0) {
			return (this.item != null) ? this.item.value : null;
		}
		for (Item one = this.item; one != null; one = one.outer) {
			if (one.value instanceof Map<?, ?> map && map.containsKey(path[0])) {
				return NameLookup.follow(map, path);
			}
		}
		return null;
	}

	void words(String words) {
		this.out.append(words);
		limit();
	}

	void value(String value, ValueEscaping escape) {
		escape.write(value, this.out);
		limit();
	}

	String readable(Object value, boolean iso) {
		ZoneId zone = (this.person != null) ? this.person.zone() : ZoneOffset.UTC;
		return new TemplateValueFormat(this.language, zone, iso).text(value);
	}

	/**
	 * Writes pieces once for an item.
	 */
	void round(@Nullable Object value, TemplatePart[] pieces) {
		this.rounds++;
		limit();
		Item outer = this.item;
		this.item = (value != null) ? new Item(value, outer) : outer;
		for (TemplatePart piece : pieces) {
			piece.write(this);
		}
		this.item = outer;
	}

	private void limit() {
		if (this.out.length() + this.rounds > Template.MOST) {
			throw new TextTooLongException();
		}
	}

	@Override
	public String toString() {
		return this.out.toString();
	}

}
