package dev.sayso.offer.text;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a text says in place of what is not known of a person, as in
 * {@code {{profile.firstName|there}}}.
 */
public final class TagFallbacks {

	private static final String PROFILE = "profile.";

	private TagFallbacks() {
	}

	/**
	 * What stands for each of the profile's values that a text has, by name without
	 * {@code profile.}, as it is written first; empty for nothing.
	 */
	public static Map<String, String> of(String text) {
		Map<String, String> fallbacks = new LinkedHashMap<>();
		TagParser.of(text)
			.stream()
			.filter(TagFallbacks::isValue)
			.forEach((tag) -> fallbacks.putIfAbsent(tag.name().substring(PROFILE.length()), otherwise(tag)));
		return fallbacks;
	}

	/**
	 * The text with something else in place of a value where it had this.
	 * @param name without {@code profile.}
	 */
	public static String replace(String text, String name, String before, String after) {
		String otherwise = after.replaceAll("[{}\\p{Cntrl}]", "").strip();
		StringBuilder replaced = new StringBuilder();
		for (TemplateTag tag : TagParser.of(text)) {
			boolean meant = isValue(tag) && tag.name().equals(PROFILE + name) && otherwise(tag).equals(before);
			replaced
				.append(meant ? "{{" + tag.name() + (otherwise.isEmpty() ? "" : "|" + otherwise) + "}}" : tag.source());
		}
		return replaced.toString();
	}

	private static boolean isValue(TemplateTag tag) {
		return tag.kind() == TemplateTag.Kind.VALUE && tag.name().startsWith(PROFILE);
	}

	private static String otherwise(TemplateTag tag) {
		return (tag.otherwise() != null) ? tag.otherwise() : "";
	}

}
