package dev.sayso.offer.text;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paths of uploaded pictures in texts. A text names a picture by what it holds, so
 * that it means the same in every store that has it; where it is filled, the address of
 * this deployment comes before it, since the text shows on foreign sites.
 */
public final class ImagePaths {

	private static final String FILE = "[0-9a-f]{32}\\.(?:png|jpg)";

	private static final Pattern PATH = Pattern.compile("(?<![^\"'\\s=(])/images/(" + FILE + ")(?![\\w.-])");

	private ImagePaths() {
	}

	public static boolean isOne(String address) {
		return address.matches("/images/" + FILE);
	}

	/** The names of the pictures in a text, such as {@code 0f….png}. */
	public static Set<String> in(String text) {
		Set<String> names = new TreeSet<>();
		for (Matcher paths = find(text); paths.find();) {
			names.add(paths.group(1));
		}
		return names;
	}

	static Matcher find(String text) {
		return PATH.matcher(text);
	}

}
