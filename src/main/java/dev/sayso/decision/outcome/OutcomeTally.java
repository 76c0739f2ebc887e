package dev.sayso.decision.outcome;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import dev.sayso.decision.DecisionReason;

/**
 * Adds up in memory what came of decisions, until it is written. There are no more of
 * these sums than the catalogue has offers on placements, so none is ever let go.
 */
final class OutcomeTally {

	private final Map<Sum, Long> sums = new ConcurrentHashMap<>();

	/**
	 * What is counted.
	 *
	 * @param day of the deployment's zone
	 * @param offer the key of the offer or of the fallback; empty where nothing showed
	 * @param event {@code decision}, {@code display} or {@code click}
	 */
	record Sum(LocalDate day, UUID decision, String placement, String offer, String event,
			DecisionReason reason) implements Comparable<Sum> {

		private static final Comparator<Sum> ORDER = Comparator.comparing(Sum::decision)
			.thenComparing(Sum::day)
			.thenComparing(Sum::placement)
			.thenComparing(Sum::offer)
			.thenComparing(Sum::event)
			.thenComparing(Sum::reason);

		@Override
		public int compareTo(Sum other) {
			return ORDER.compare(this, other);
		}

	}

	void add(StoredProposition proposition, String event, LocalDate day) {
		if (proposition.offers().isEmpty()) {
			add(proposition, "", event, day);
		}
		proposition.offers().forEach((offer) -> add(proposition, offer, event, day));
	}

	private void add(StoredProposition proposition, String offer, String event, LocalDate day) {
		this.sums.merge(
				new Sum(day, proposition.decision(), proposition.placement(), offer, event, proposition.reason()), 1L,
				Long::sum);
	}

	/** Hands over the sums, always in the same order, and begins anew. */
	Map<Sum, Long> drain() {
		Map<Sum, Long> drained = new TreeMap<>();
		this.sums.keySet().forEach((sum) -> {
			Long many = this.sums.remove(sum);
			if (many != null) {
				drained.put(sum, many);
			}
		});
		return drained;
	}

	void restore(Map<Sum, Long> unwritten) {
		unwritten.forEach((sum, many) -> this.sums.merge(sum, many, Long::sum));
	}

}
