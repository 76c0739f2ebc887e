package dev.sayso.decision.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.ScopeResult;

/**
 * What the two versions give on one placement, counted person by person: each answer,
 * each way from one to another, and whom the refusal of personalization keeps from what.
 */
final class ScopeTally {

	private final Map<Answer, Count> counts = new LinkedHashMap<>();

	private final Map<String, Count> refused = new LinkedHashMap<>();

	private final Map<Way, Count> ways = new LinkedHashMap<>();

	private long down;

	private long up;

	private long across;

	private record Answer(String offer, DecisionReason reason) {
	}

	private record Way(ImpactResult.@Nullable Got from, ImpactResult.@Nullable Got to, boolean behind) {
	}

	private static final class Count {

		private long before;

		private long after;

		private @Nullable UUID example;

	}

	/**
	 * Counts a person.
	 * @param before what they get now; null where nothing is asked there
	 * @param consenting what they would get if they consented to personalization; null
	 * where that was not asked
	 */
	void add(UUID person, @Nullable ScopeResult before, @Nullable ScopeResult after, @Nullable ScopeResult consenting) {
		if (before != null) {
			answers(before).forEach((answer) -> count(answer).before++);
			answers(before).forEach((answer) -> example(count(answer), person));
		}
		if (after != null) {
			answers(after).forEach((answer) -> count(count(answer), person));
		}
		count(this.ways.computeIfAbsent(way(before, after), (key) -> new Count()), person);
		boolean falls = false;
		if (before != null && after != null) {
			falls = picked(before) && !picked(after);
			this.down += falls ? 1 : 0;
			this.up += (!picked(before) && picked(after)) ? 1 : 0;
			this.across += (picked(before) && picked(after) && !answers(before).equals(answers(after))) ? 1 : 0;
		}
		if (consenting != null && picked(consenting)) {
			Count count = this.refused.computeIfAbsent(consenting.items().get(0).offer().slug(),
					(offer) -> new Count());
			count.after++;
			count.before += falls ? 1 : 0;
			example(count, person);
		}
	}

	private Count count(Answer answer) {
		return this.counts.computeIfAbsent(answer, (key) -> new Count());
	}

	private static Way way(@Nullable ScopeResult before, @Nullable ScopeResult after) {
		ImpactResult.Got from = got(before);
		ImpactResult.Got to = got(after);
		boolean behind = before != null && after != null && from.equals(to)
				&& before.items().size() + after.items().size() > 2 && !answers(before).equals(answers(after));
		return new Way(from, to, behind);
	}

	private static ImpactResult.@Nullable Got got(@Nullable ScopeResult result) {
		return (result != null) ? new ImpactResult.Got(answers(result).get(0).offer(), picked(result)) : null;
	}

	/** Who would get it is the better example. */
	private static void count(Count count, UUID person) {
		if (count.after == 0) {
			count.example = person;
		}
		count.after++;
	}

	private static void example(Count count, UUID person) {
		if (count.example == null) {
			count.example = person;
		}
	}

	private static boolean picked(ScopeResult result) {
		return result.reason() == DecisionReason.PICKED;
	}

	private static List<Answer> answers(ScopeResult result) {
		if (result.items().isEmpty()) {
			return List
				.of(new Answer((result.fallback() != null) ? result.fallback().offer().slug() : "", result.reason()));
		}
		List<Answer> answers = new ArrayList<>(result.items().size());
		result.items().forEach((item) -> answers.add(new Answer(item.offer().slug(), result.reason())));
		return answers;
	}

	ImpactResult.InScope result(String placement, boolean before, boolean after) {
		List<ImpactResult.Row> rows = new ArrayList<>();
		this.counts.forEach((answer, count) -> rows
			.add(new ImpactResult.Row(answer.offer(), answer.reason(), count.before, count.after, count.example)));
		rows.sort(Comparator.comparing(ImpactResult.Row::reason)
			.thenComparing(ImpactResult.Row::after, Comparator.reverseOrder())
			.thenComparing(ImpactResult.Row::before, Comparator.reverseOrder()));
		List<ImpactResult.Refused> opened = new ArrayList<>();
		this.refused.forEach((offer, count) -> opened
			.add(new ImpactResult.Refused(offer, count.after, count.before, count.example)));
		opened.sort(Comparator.comparing(ImpactResult.Refused::all, Comparator.reverseOrder()));
		return new ImpactResult.InScope(placement, before, after, this.down, this.up, this.across, rows, opened,
				moves());
	}

	private List<ImpactResult.Move> moves() {
		List<ImpactResult.Move> moves = new ArrayList<>();
		this.ways.forEach((way, count) -> moves
			.add(new ImpactResult.Move(way.from(), way.to(), way.behind(), count.after, count.example)));
		moves.sort(Comparator.comparing(ImpactResult.Move::people, Comparator.reverseOrder()));
		return moves;
	}

}
