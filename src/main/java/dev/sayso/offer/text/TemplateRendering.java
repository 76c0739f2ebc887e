package dev.sayso.offer.text;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.PersonFacts;

/**
 * A rendering of a text: what its names stand for, and what is written so far.
 */
final class TemplateRendering {

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

	/**
	 * What the innermost item that knows the name has under it; the empty path is the
	 * item.
	 */
	@Nullable Object item(String[] path) {
		if (path.length == 0) {
			return (this.item != null) ? this.item.value : null;
		}
		for (Item at = this.item; at != null; at = at.outer) {
			if (at.value instanceof Map<?, ?> map && map.containsKey(path[0])) {
				return NameLookup.follow(map, path);
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

	String format(Object value, boolean iso) {
		ZoneId zone = (this.person != null) ? this.person.zone() : ZoneOffset.UTC;
		return new TemplateValueFormat(this.language, zone, iso).text(value);
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

}
