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

	/** What the parts begin with that are in a placement's fields. */
	public static final String FIELD = "field.";

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

	/** The part that is what a field of the placement is filled with. */
	public static String field(String key, Representation representation) {
		return FIELD + key + "." + place(representation);
	}

	/** The place of a part of a text, such as {@code web-hero.fr}. */
	public static String placeOf(String part) {
		String rest = part.substring(part.indexOf('.') + 1);
		return part.startsWith(FIELD) ? rest.substring(rest.indexOf('.') + 1) : rest;
	}

	private static void addTexts(Map<String, String> parts, Representation representation) {
		parts.put("content." + place(representation), representation.content());
		parts.put("alt." + place(representation), text(representation.alt()));
		parts.put("link." + place(representation), text(representation.link()));
		representation.fields().forEach((key, value) -> parts.put(field(key, representation), value));
		if (representation.main()) {
			parts.put("main." + place(representation), ON);
		}
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
