package dev.sayso.shared;

import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Keys in URLs and in the API: {@code [a-z0-9-]+} of at most 60 characters, given once.
 */
public final class Slug {

	private static final int LONGEST = 60;

	private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0," + (LONGEST - 1) + "}");

	private Slug() {
	}

	public static boolean isSlug(String text) {
		return SLUG.matcher(text).matches();
	}

	/**
	 * Whether a text can be the key of something new.
	 * @param reserved what URLs of the console have for other things
	 */
	public static boolean isSlug(String text, Collection<String> reserved) {
		return isSlug(text) && !reserved.contains(text);
	}

	/**
	 * Whether the key of something new is wrong. Where neither a key nor the name to make
	 * it of was given, it is the name that is missing.
	 * @param slug as {@link #typed} has it
	 */
	public static boolean isWrong(String slug, String name, Collection<String> reserved) {
		return !isSlug(slug, reserved) && !(slug.isEmpty() && name.isBlank());
	}

	/** The key that was typed, else one made of the name. */
	public static String typed(String typed, String name, Collection<String> reserved) {
		return typed.isEmpty() ? from(name, reserved) : typed;
	}

	/**
	 * A key made of a name; empty where the name has no letter or digit to make it of.
	 * @param reserved what URLs of the console have for other things
	 */
	public static String from(String name, Collection<String> reserved) {
		String plain = TextNormalizer.text(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
		String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-+$", "");
		return reserved.contains(cut) ? cut + "-1" : cut;
	}

}
