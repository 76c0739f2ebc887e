package dev.sayso.offer.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells addresses that may stand in a page: over HTTP or HTTPS, a mail or telephone
 * address, or one of the site itself.
 */
public final class LinkAddress {

	private static final Pattern SIGNS = Pattern.compile("[^\\s\\p{Cntrl}\\p{Cf}\\\\\"'<>{}|^`]+");

	private static final Pattern SCHEME = Pattern.compile("([^:/?#]*):(.*)");

	private static final Pattern HOST = Pattern.compile("//[^/?#@]+([/?#].*)?");

	private static final Set<String> WITHOUT_HOST = Set.of("mailto", "tel");

	private LinkAddress() {
	}

	/** Whether it may stand where something leads. */
	public static boolean isLink(String address) {
		return isSafe(address, true);
	}

	/** Whether it may stand where an image is. */
	public static boolean isImage(String address) {
		return isSafe(address, false);
	}

	private static boolean isSafe(String address, boolean leads) {
		if (!SIGNS.matcher(address).matches()) {
			return false;
		}
		Matcher scheme = SCHEME.matcher(address);
		if (!scheme.matches()) {
			// on the site itself, and not on another host by two slashes
			return !address.startsWith("//");
		}
		String name = scheme.group(1).toLowerCase(Locale.ROOT);
		String rest = scheme.group(2);
		return (name.equals("https") || name.equals("http")) ? HOST.matcher(rest).matches()
				: leads && WITHOUT_HOST.contains(name) && !rest.isEmpty();
	}

}
