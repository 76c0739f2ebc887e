package dev.sayso.offer;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

import dev.sayso.shared.Fold;

/**
 * Finds the name that somebody probably meant.
 */
final class Nearest {

	private Nearest() {
	}

	/**
	 * The known name that is most like it; empty where none is like it.
	 */
	static Optional<String> to(String name, Collection<String> known) {
		String wanted = bare(name);
		return known.stream()
			.min(Comparator.comparingInt((String one) -> distance(wanted, bare(one))).thenComparing((one) -> one))
			.filter((one) -> distance(wanted, bare(one)) <= Math.max(1, wanted.length() / 3));
	}

	/** What people mistake is case, and how words are joined. */
	private static String bare(String name) {
		return Fold.key(name).replaceAll("^attributes\\.|[_ -]", "");
	}

	/**
	 * How many letters have to be put in, taken out or exchanged (Levenshtein).
	 */
	private static int distance(String one, String other) {
		int[] last = new int[other.length() + 1];
		for (int at = 0; at <= other.length(); at++) {
			last[at] = at;
		}
		for (int row = 1; row <= one.length(); row++) {
			int[] next = new int[other.length() + 1];
			next[0] = row;
			for (int at = 1; at <= other.length(); at++) {
				int exchanged = last[at - 1] + ((one.charAt(row - 1) != other.charAt(at - 1)) ? 1 : 0);
				next[at] = Math.min(exchanged, 1 + Math.min(last[at], next[at - 1]));
			}
			last = next;
		}
		return last[other.length()];
	}

}
