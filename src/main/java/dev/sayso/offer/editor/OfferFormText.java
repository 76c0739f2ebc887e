package dev.sayso.offer.editor;

import java.util.Map;

import dev.sayso.offer.OfferParts;
import dev.sayso.offer.Representation;

/**
 * A text of an offer as it is typed in its editor.
 *
 * @param place its placement and language, such as {@code web-hero.fr}
 * @param main whether it is the main one of its placement
 */
record OfferFormText(String place, String content, String alt, String link, boolean main) {

	OfferFormText {
		content = OfferForm.clean(content);
		alt = OfferForm.clean(alt);
		link = OfferForm.clean(link);
	}

	static OfferFormText of(String place, Map<String, String> parts) {
		return new OfferFormText(place, OfferForm.part(parts, "content." + place),
				OfferForm.part(parts, "alt." + place), OfferForm.part(parts, "link." + place),
				OfferForm.part(parts, "main." + place).equals(OfferParts.ON));
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
		return this.content.isEmpty() && this.alt.isEmpty() && this.link.isEmpty();
	}

	/** Whether it says the same as a text does among the parts of an offer. */
	boolean isSame(Map<String, String> parts) {
		return this.content.equals(OfferForm.part(parts, "content." + this.place).strip())
				&& this.alt.equals(OfferForm.part(parts, "alt." + this.place))
				&& this.link.equals(OfferForm.part(parts, "link." + this.place))
				&& this.main == OfferForm.part(parts, "main." + this.place).equals(OfferParts.ON);
	}

	OfferFormText withMain(boolean chosen) {
		return new OfferFormText(this.place, this.content, this.alt, this.link, chosen);
	}

	OfferFormText withContent(String changed) {
		return new OfferFormText(this.place, changed, this.alt, this.link, this.main);
	}

	/** A text of another place that says the same. */
	OfferFormText copy(OfferFormText to) {
		return new OfferFormText(to.place, this.content, this.alt, this.link, to.main);
	}

}
