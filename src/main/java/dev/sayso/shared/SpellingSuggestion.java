package dev.sayso.shared;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the name that somebody probably meant.
 */
public final class SpellingSuggestion {

	private SpellingSuggestion() {
	}

	/**
	 * The known name that is most like it; empty where none is like it.
	 */
	public static Optional<String> to(String name, Collection<String> known) {
		String wanted = bare(name);
		return known.stream()
			.min(Comparator.comparingInt((String one) -> distance(wanted, bare(one))).thenComparing((one) -> one))
			.filter((one) -> distance(wanted, bare(one)) <= Math.max(1, wanted.length() / 3));
	}

	/**
	 * What people mistake is case, how words are joined, and what stands before a name.
	 */
	private static String bare(String name) {
		return TextNormalizer.key(name).replaceAll("^[.]?((profile|offer)[.])?(attributes[.])?|[_ -]", "");
	}

	/**
	 * How many letters have to be put in, taken out, exchanged, or swapped with their
	 * neighbour (optimal string alignment).
	 */
	private static int distance(String one, String other) {
		int[][] cost = new int[one.length() + 1][other.length() + 1];
		for (int row = 0; row <= one.length(); row++) {
			for (int at = 0; at <= other.length(); at++) {
				cost[row][at] = (row == 0 || at == 0) ? row + at : cost(cost, one, other, row, at);
			}
		}
		return cost[one.length()][other.length()];
	}

	private static int cost(int[][] cost, String one, String other, int row, int at) {
		boolean same = one.charAt(row - 1) == other.charAt(at - 1);
		int least = Math.min(cost[row - 1][at - 1] + (same ? 0 : 1),
				1 + Math.min(cost[row - 1][at], cost[row][at - 1]));
		boolean swapped = row > 1 && at > 1 && one.charAt(row - 1) == other.charAt(at - 2)
				&& one.charAt(row - 2) == other.charAt(at - 1);
		return swapped ? Math.min(least, cost[row - 2][at - 2] + 1) : least;
	}

}
