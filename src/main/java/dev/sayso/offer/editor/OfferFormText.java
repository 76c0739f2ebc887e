package dev.sayso.offer.editor;

import java.util.List;
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

	String language() {
		String tag = this.place.substring(this.place.indexOf('.') + 1);
		return tag.equals(OfferParts.ANY) ? Representation.ANY : tag;
	}

	/** Whether everybody reads it anyway, having no language. */
	public boolean isForAnybody() {
		return language().equals(Representation.ANY);
	}

	/**
	 * Adds it to others. The first of a placement is its main one; one for any language
	 * is in place of the main one.
	 */
	void addTo(List<OfferFormText> texts) {
		boolean first = texts.stream().noneMatch((text) -> text.placement().equals(placement()));
		if (isForAnybody()) {
			texts.replaceAll((text) -> text.placement().equals(placement()) ? text.withMain(false) : text);
		}
		texts.add(withMain(first && !isForAnybody()));
	}

	private OfferFormText withMain(boolean chosen) {
		return new OfferFormText(this.place, this.content, this.alt, this.link, chosen);
	}

}
