package dev.sayso.offer.text;

import java.util.Collection;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

sealed interface TemplatePart {

	void write(TemplateRendering rendering);

	record Literal(String text) implements TemplatePart {

		@Override
		public void write(TemplateRendering rendering) {
			rendering.literal(this.text);
		}

	}

	/** The address of this deployment, before the path of a picture. */
	record Site(Supplier<String> address) implements TemplatePart {

		@Override
		public void write(TemplateRendering rendering) {
			rendering.literal(this.address.get());
		}

	}

	/** A value, or what stands for a missing one. */
	record Value(TemplateNames.Lookup lookup, @Nullable String otherwise,
			ValueEscaping escape) implements TemplatePart {

		@Override
		public void write(TemplateRendering rendering) {
			Object value = this.lookup.in(rendering);
			String text = (value instanceof String string) ? string
					: (value != null) ? rendering.format(value, this.escape.isForMachines()) : "";
			rendering.value((this.otherwise != null && text.isBlank()) ? this.otherwise : text, this.escape);
		}

	}

	/**
	 * A number or boolean of JSON, exactly as it is kept.
	 *
	 * @param otherwise what stands for a missing one, as JSON
	 */
	record Bare(TemplateNames.Lookup lookup, String otherwise) implements TemplatePart {

		@Override
		public void write(TemplateRendering rendering) {
			Object value = this.lookup.in(rendering);
			boolean plain = value instanceof Boolean
					|| (value instanceof Number number && Double.isFinite(number instanceof Double exact ? exact : 0));
			rendering.value(plain ? String.valueOf(value) : this.otherwise, ValueEscaping.NONE);
		}

	}

	/** What is written where there is a value, once for each of a list. */
	record Section(TemplateNames.Lookup lookup, TemplatePart[] parts) implements TemplatePart {

		@Override
		public void write(TemplateRendering rendering) {
			Object value = this.lookup.in(rendering);
			if (value instanceof Collection<?> several) {
				several.forEach((item) -> rendering.renderItem(item, this.parts));
			}
			else if (isThere(value)) {
				rendering.renderItem(value, this.parts);
			}
		}

	}

	/** What is written where there is no value. */
	record Inverted(TemplateNames.Lookup lookup, TemplatePart[] parts) implements TemplatePart {

		@Override
		public void write(TemplateRendering rendering) {
			if (!isThere(this.lookup.in(rendering))) {
				rendering.renderItem(null, this.parts);
			}
		}

	}

	private static boolean isThere(@Nullable Object value) {
		if (value instanceof Collection<?> several) {
			return !several.isEmpty();
		}
		return value != null && !Boolean.FALSE.equals(value) && !(value instanceof String text && text.isBlank());
	}

}
