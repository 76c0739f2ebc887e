package dev.sayso.offer.text;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * A part of a compiled text.
 */
sealed interface TemplatePart {

	void write(TemplateRendering filling);

	/** Words that are always the same. */
	record Words(String words) implements TemplatePart {

		@Override
		public void write(TemplateRendering filling) {
			filling.words(this.words);
		}

	}

	/** A value, or what stands for a missing one. */
	record Value(NameLookup lookup, @Nullable String otherwise, ValueEscaping escape) implements TemplatePart {

		@Override
		public void write(TemplateRendering filling) {
			Object found = this.lookup.in(filling);
			String text = (found instanceof String string) ? string
					: (found != null) ? filling.readable(found, this.escape.isForMachines()) : "";
			filling.value((this.otherwise != null && text.isBlank()) ? this.otherwise : text, this.escape);
		}

	}

	/** What is written where there is a value, once for each of a list. */
	record Section(NameLookup lookup, TemplatePart[] pieces) implements TemplatePart {

		@Override
		public void write(TemplateRendering filling) {
			Object found = this.lookup.in(filling);
			if (found instanceof Collection<?> several) {
				several.forEach((one) -> filling.round(one, this.pieces));
			}
			else if (isThere(found)) {
				filling.round(found, this.pieces);
			}
		}

	}

	/** What is written where there is no value. */
	record Inverted(NameLookup lookup, TemplatePart[] pieces) implements TemplatePart {

		@Override
		public void write(TemplateRendering filling) {
			if (!isThere(this.lookup.in(filling))) {
				filling.round(null, this.pieces);
			}
		}

	}

	/**
	 * Whether there is something: neither missing nor false, blank or an empty list.
	 */
	private static boolean isThere(@Nullable Object found) {
		if (found instanceof Collection<?> several) {
			return !several.isEmpty();
		}
		return found != null && !Boolean.FALSE.equals(found) && !(found instanceof String text && text.isBlank());
	}

}
