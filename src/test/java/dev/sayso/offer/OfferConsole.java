package dev.sayso.offer;

import java.util.List;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.MultiValueMap;

import dev.sayso.person.People;

/**
 * The samples of offers, and their pages as a marketer uses them without JavaScript.
 */
abstract class OfferConsole extends CatalogueConsole {

	@Autowired
	Offers offers;

	@Autowired
	OfferVersions versions;

	@Autowired
	OfferManagement management;

	@Autowired
	ApproveOffer approve;

	/** An offer that says this in HTML on the placement {@code web-hero}. */
	Offer offer(String slug, String html) {
		return this.management.create(slug, false, new OfferDraft("Name of " + slug, "", says(html)), People.OPERATOR);
	}

	static OfferContent says(String html) {
		return new OfferContent(List.of(new Representation("web-hero", "", html, null, null)), null, null, null, 0,
				null, null, false);
	}

	Offer edit(Offer offer, String name, OfferContent content) {
		Offer now = this.offers.get(offer.slug());
		return this.management.edit(now.id(), version(now), new OfferDraft(name, "", content), People.OPERATOR);
	}

	Offer approve(Offer offer) {
		Offer now = this.offers.get(offer.slug());
		return this.approve.approve(now.id(), version(now), People.OPERATOR);
	}

	static int version(Offer offer) {
		return (offer.version() != null) ? offer.version() : 0;
	}

	OfferContent draft(String slug) {
		return this.offers.get(slug).draft();
	}

	/** The editor's form as the page has it. */
	MultiValueMap<String, String> editor(String path) {
		return form(get(path), "/offers");
	}

	/** Presses a button of the editor. */
	MultiValueMap<String, String> press(MultiValueMap<String, String> form, String act) {
		form.set("act", act);
		MultiValueMap<String, String> after = form(post("/offers/draft", form), "/offers");
		form.remove("act");
		return after;
	}

	/** Opens the text on a placement in a language, and writes it. */
	MultiValueMap<String, String> write(MultiValueMap<String, String> form, String place, String content) {
		MultiValueMap<String, String> opened = press(form, "open:" + place);
		return set(opened, row(opened, place) + ".content", content);
	}

	/** The row of the text at a place, such as {@code texts[0]}. */
	static String row(MultiValueMap<String, String> form, String place) {
		return form.keySet()
			.stream()
			.filter((name) -> name.matches("texts\\[\\d+]\\.place") && place.equals(form.getFirst(name)))
			.findFirst()
			.map((name) -> name.substring(0, name.lastIndexOf('.')))
			.orElseThrow();
	}

	static MultiValueMap<String, String> set(MultiValueMap<String, String> form, String... namesAndValues) {
		for (int i = 0; i < namesAndValues.length; i += 2) {
			form.set(namesAndValues[i], namesAndValues[i + 1]);
		}
		return form;
	}

}
