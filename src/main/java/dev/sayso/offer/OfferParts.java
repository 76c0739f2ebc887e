package dev.sayso.offer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Takes an offer apart into named texts, as the form edits them and as histories and
 * differences tell of them.
 */
public final class OfferParts {

	/** What stands for a tick. */
	public static final String ON = "on";

	/** What stands for any language, as an empty name would not. */
	public static final String ANY = "*";

	private OfferParts() {
	}

	public static Map<String, String> of(Offer offer) {
		Map<String, String> parts = of(offer.name(), offer.draft());
		parts.put("description", offer.description());
		return parts;
	}

	public static Map<String, String> of(String name, OfferContent content) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("name", name);
		parts.put("priority", String.valueOf(content.priority()));
		parts.put("representations",
				content.representations().stream().map(OfferParts::place).collect(Collectors.joining(",")));
		content.representations().forEach((representation) -> addTexts(parts, representation));
		parts.put("from", text(content.validity().from()));
		parts.put("to", text(content.validity().to()));
		parts.put("zone", content.validity().zone());
		parts.put("eligibility", content.eligibility());
		content.caps().forEach((cap) -> parts.put("cap." + cap.key(), String.valueOf(cap.limit())));
		content.qualifiers().forEach((qualifier) -> parts.put("qualifier." + qualifier, ON));
		content.attributes()
			.forEach((attribute, value) -> parts.put("attribute." + attribute,
					OfferAttribute.of(attribute, value).written()));
		parts.put("personal", content.personal() ? ON : "");
		return parts;
	}

	public static String place(Representation representation) {
		return representation.placement() + "."
				+ (representation.language().isEmpty() ? ANY : representation.language());
	}

	private static void addTexts(Map<String, String> parts, Representation representation) {
		parts.put("content." + place(representation), representation.content());
		parts.put("alt." + place(representation), text(representation.alt()));
		parts.put("link." + place(representation), text(representation.link()));
		if (representation.main()) {
			parts.put("main." + place(representation), ON);
		}
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
