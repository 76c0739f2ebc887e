package dev.sayso.offer.editor;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import dev.sayso.offer.OfferParts;
import dev.sayso.offer.Representation;
import dev.sayso.offer.text.ContentField;
import dev.sayso.shared.page.Choices;

/**
 * A text of an offer as it is typed in its editor.
 *
 * @param place its placement and language, such as {@code web-hero.fr}
 * @param fields what stands in the placement's fields, by key; what is empty is left out
 * @param main whether it is the main one of its placement
 */
record OfferFormText(String place, String content, String alt, String link, boolean main, Map<String, String> fields) {

	OfferFormText {
		content = OfferForm.clean(content);
		alt = OfferForm.clean(alt);
		link = OfferForm.clean(link);
		Map<String, String> filled = new TreeMap<>();
		if (fields != null) {
			Choices.check(fields.keySet().stream().allMatch(ContentField::isKey));
			fields.forEach((key, value) -> filled.put(key, OfferForm.clean(value)));
			filled.values().removeIf(String::isEmpty);
		}
		fields = Collections.unmodifiableMap(filled);
	}

	static OfferFormText of(String place, Map<String, String> parts) {
		return new OfferFormText(place, OfferForm.part(parts, "content." + place),
				OfferForm.part(parts, "alt." + place), OfferForm.part(parts, "link." + place),
				OfferForm.part(parts, "main." + place).equals(OfferParts.ON), fields(place, parts));
	}

	private static Map<String, String> fields(String place, Map<String, String> parts) {
		Map<String, String> fields = new TreeMap<>();
		parts.forEach((part, value) -> {
			if (part.startsWith(OfferParts.FIELD) && OfferParts.placeOf(part).equals(place)) {
				fields.put(part.substring(OfferParts.FIELD.length(), part.length() - place.length() - 1), value);
			}
		});
		return fields;
	}

	String placement() {
		return this.place.substring(0, this.place.indexOf('.'));
	}

	/** The language as places write it. */
	String tag() {
		return this.place.substring(this.place.indexOf('.') + 1);
	}

	String language() {
		return tag().equals(OfferParts.ANY) ? Representation.ANY : tag();
	}

	/** Whether everybody reads it anyway, having no language. */
	public boolean isForAnybody() {
		return language().equals(Representation.ANY);
	}

	/** Whether nothing is written: then it is no text. */
	public boolean isBlank() {
		return this.content.isEmpty() && this.alt.isEmpty() && this.link.isEmpty() && this.fields.isEmpty();
	}

	/** All that is written in it. */
	String written() {
		return this.fields.isEmpty() ? this.content : String.join(" ", this.fields.values());
	}

	/** Whether it says the same as a text does among the parts of an offer. */
	boolean isSame(Map<String, String> parts) {
		return this.content.equals(OfferForm.part(parts, "content." + this.place).strip())
				&& this.alt.equals(OfferForm.part(parts, "alt." + this.place))
				&& this.link.equals(OfferForm.part(parts, "link." + this.place))
				&& this.main == OfferForm.part(parts, "main." + this.place).equals(OfferParts.ON)
				&& this.fields.equals(fields(this.place, parts));
	}

	OfferFormText withMain(boolean chosen) {
		return new OfferFormText(this.place, this.content, this.alt, this.link, chosen, this.fields);
	}

	OfferFormText withContent(String changed) {
		return new OfferFormText(this.place, changed, this.alt, this.link, this.main, this.fields);
	}

	/** The same with all that is written in it changed, or in one field of it. */
	OfferFormText with(String field, UnaryOperator<String> change) {
		if (field.isEmpty() && this.fields.isEmpty()) {
			return withContent(change.apply(this.content));
		}
		Map<String, String> changed = new TreeMap<>(this.fields);
		changed.replaceAll((key, value) -> (field.isEmpty() || field.equals(key)) ? change.apply(value) : value);
		if (!field.isEmpty() && !changed.containsKey(field)) {
			changed.put(field, change.apply(""));
		}
		return new OfferFormText(this.place, this.content, this.alt, this.link, this.main, changed);
	}

	/** A text of another place that says the same. */
	OfferFormText copy(OfferFormText to) {
		return new OfferFormText(to.place, this.content, this.alt, this.link, to.main, this.fields);
	}

}
