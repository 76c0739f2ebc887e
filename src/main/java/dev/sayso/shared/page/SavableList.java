package dev.sayso.shared.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A list of which people can save views; a room declares one as a bean for each.
 *
 * @param section where it stands in the navigation and in URLs
 * @param known whether a parameter of its URL belongs to a view, which a page does not
 */
public record SavableList(String section, Predicate<String> known) {

	public static SavableList of(String section, String... parameters) {
		return new SavableList(section, Set.of(parameters)::contains);
	}

	public String path() {
		return "/" + this.section;
	}

	public boolean isAt(String address) {
		return address.replaceFirst("[?].*", "").equals(path());
	}

	/** What an address of the list asks for, always in the same order. */
	public String query(String address) {
		Map<String, String> pairs = new TreeMap<>();
		Stream.of(address.substring(address.indexOf('?') + 1).split("&"))
			.map((pair) -> pair.split("=", 2))
			.filter((pair) -> pair.length == 2 && !pair[1].isBlank())
			.forEach((pair) -> add(pairs, pair[0], pair[1]));
		return String.join("&", pairs.values());
	}

	private void add(Map<String, String> pairs, String encodedName, String encodedValue) {
		try {
			String name = URLDecoder.decode(encodedName, UTF_8);
			String value = URLDecoder.decode(encodedValue, UTF_8);
			if (this.known.test(name)) {
				pairs.merge(name, encode(name) + "=" + encode(value), (one, other) -> one + "&" + other);
			}
		}
		catch (IllegalArgumentException ex) {
			// what is no text of a URL asks for nothing
		}
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, UTF_8);
	}

}
