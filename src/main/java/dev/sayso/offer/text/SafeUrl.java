package dev.sayso.offer.text;

import java.util.regex.Pattern;

/**
 * Holds that a tag in an address stands after what says where it leads.
 */
public final class SafeUrl {

	/** What has to be literal: a scheme and a host, or that it stays on the site. */
	private static final Pattern LEADING = Pattern
		.compile("(?i)(?:(?:https?:)?//[^/?#\\\\@\\s\"'<>{}]+[/?#]|/(?![/\\\\])|[?#]|\\.{1,2}/|mailto:|tel:)");

	private static final Pattern OF_AN_IMAGE = Pattern.compile("(?i)(?!\\s*(?:mailto|tel)\\s*:).*", Pattern.DOTALL);

	private SafeUrl() {
	}

	public static boolean leads(String before) {
		return LEADING.matcher(before).lookingAt();
	}

	static boolean suits(String element, String address) {
		return !element.equals("img") || OF_AN_IMAGE.matcher(address).matches();
	}

}
