package dev.sayso.decision.impact;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.sayso.decision.DecisionReason;

/**
 * Gives offers the marks they are told apart by, on every placement the same one as long
 * as no other offer has it there.
 */
final class ReachMarks {

	/** How many there are. */
	static final int MOST = 5;

	/** What all have that go without one of their own. */
	static final int OTHERS = MOST + 1;

	private final Map<String, Integer> marks = new HashMap<>();

	/**
	 * The offers that have one of their own where they are shown: those most people get.
	 */
	static List<ImpactResult.Row> named(ImpactResult.InScope scope) {
		return scope.rows()
			.stream()
			.filter((row) -> row.reason() == DecisionReason.PICKED && row.after() > 0)
			.sorted(Comparator.comparing(ImpactResult.Row::after).reversed())
			.limit(MOST)
			.toList();
	}

	/**
	 * The marks on one placement, from 1, by offer.
	 * @param offers as many as there are marks, at most
	 */
	Map<String, Integer> assign(List<String> offers) {
		Map<String, Integer> here = new HashMap<>();
		for (String offer : offers) {
			Integer known = this.marks.get(offer);
			if (known != null && !here.containsValue(known)) {
				here.put(offer, known);
			}
		}
		for (String offer : offers) {
			if (!here.containsKey(offer)) {
				here.put(offer, free(here.values()));
				this.marks.putIfAbsent(offer, here.get(offer));
			}
		}
		return here;
	}

	/** One that no offer has, else one that none has here. */
	private int free(Collection<Integer> taken) {
		return IntStream.concat(all().filter((mark) -> !this.marks.containsValue(mark)), all())
			.filter((mark) -> !taken.contains(mark))
			.findFirst()
			.orElse(OTHERS);
	}

	private static IntStream all() {
		return IntStream.rangeClosed(1, MOST);
	}

}
