package dev.sayso.shared;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody may have meant by a name that is not known, for the sentences that refuse
 * it.
 */
public final class SpellingSuggestion {

	private static final int MOST = 5;

	private SpellingSuggestion() {
	}

	/** The known name that is most like it; empty where none is like it. */
	public static Optional<String> to(String name, Collection<String> known) {
		return near(name, known).stream().findFirst();
	}

	/**
	 * The known names that are like it, a few at most, the most alike first.
	 */
	public static List<String> near(String name, Collection<String> known) {
		String typed = bare(name);
		int most = Math.max(1, typed.length() / 3);
		Map<String, Integer> distances = new HashMap<>();
		known.forEach((candidate) -> {
			String other = bare(candidate);
			if (Math.abs(typed.length() - other.length()) <= most) {
				distances.put(candidate, distance(typed, other));
			}
		});
		return distances.entrySet()
			.stream()
			.filter((candidate) -> candidate.getValue() <= most)
			.sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.limit(MOST)
			.toList();
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
	private static int distance(String from, String to) {
		int[][] cost = new int[from.length() + 1][to.length() + 1];
		for (int row = 0; row <= from.length(); row++) {
			for (int at = 0; at <= to.length(); at++) {
				cost[row][at] = (row == 0 || at == 0) ? row + at : cost(cost, from, to, row, at);
			}
		}
		return cost[from.length()][to.length()];
	}

	private static int cost(int[][] cost, String from, String to, int row, int at) {
		boolean same = from.charAt(row - 1) == to.charAt(at - 1);
		int least = Math.min(cost[row - 1][at - 1] + (same ? 0 : 1),
				1 + Math.min(cost[row - 1][at], cost[row][at - 1]));
		boolean swapped = row > 1 && at > 1 && from.charAt(row - 1) == to.charAt(at - 2)
				&& from.charAt(row - 2) == to.charAt(at - 1);
		return swapped ? Math.min(least, cost[row - 2][at - 2] + 1) : least;
	}

}
