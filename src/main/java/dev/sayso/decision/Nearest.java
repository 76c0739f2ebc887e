package dev.sayso.decision;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Finds the name that somebody who mistyped one most likely meant.
 */
final class Nearest {

	private Nearest() {
	}

	/**
	 * The nearest of some names; null where none is near.
	 */
	static @Nullable String to(String typed, Stream<String> names) {
		int farthest = Math.max(1, Math.min(3, typed.length() / 4));
		return names.filter((name) -> distance(typed, name) <= farthest)
			.min(Comparator.comparingInt((String name) -> distance(typed, name))
				.thenComparing(Comparator.naturalOrder()))
			.orElse(null);
	}

	/**
	 * How many letters have to change; none where only what stands before the last name
	 * was left out.
	 */
	private static int distance(String typed, String name) {
		String one = typed.toLowerCase(Locale.ROOT);
		String other = name.toLowerCase(Locale.ROOT);
		int last = one.lastIndexOf('.');
		boolean within = last < 0 || other.startsWith(one.substring(0, one.indexOf('.') + 1));
		if (within && other.endsWith("." + one.substring(last + 1))) {
			return 0;
		}
		int[] row = new int[other.length() + 1];
		for (int at = 0; at <= one.length(); at++) {
			next(row, one, at, other);
		}
		return row[other.length()];
	}

	private static void next(int[] row, String one, int at, String other) {
		int before = row[0];
		row[0] = at;
		for (int to = 1; to < row.length; to++) {
			int changed = before + ((at > 0 && one.charAt(at - 1) == other.charAt(to - 1)) ? 0 : 1);
			before = row[to];
			row[to] = (at == 0) ? to : Math.min(changed, Math.min(row[to], row[to - 1]) + 1);
		}
	}

}
