package dev.sayso.offer;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Values that try to become something else where they are written.
 */
public final class HostileValues {

	private static final List<String> SCRAPS = List.of("\"", "'", "`", "<", ">", "&", "&#34;", "&lt;", "</script>",
			"<script>", "<img src=x onerror=alert(1)>", "{{", "}}", "{", "}", "{{{", "javascript:", "data:", "\\",
			"\\u0022", "\n", "\r", "\t", "\u0000", "\u0001", "\u2028", "é", "漢", "😀", "\uD800", " ", "=", "/", "//",
			"%22", "]]>", "<!--", "-->", "--!>", "onclick=", "a", "0");

	private HostileValues() {
	}

	public static Stream<String> some(int number) {
		Random random = new Random(7);
		return Stream.generate(() -> {
			StringBuilder value = new StringBuilder();
			for (int left = 1 + random.nextInt(6); left > 0; left--) {
				value.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
			}
			return value.toString();
		}).limit(number);
	}

}
