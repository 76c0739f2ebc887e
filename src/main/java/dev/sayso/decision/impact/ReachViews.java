package dev.sayso.decision.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.editor.DecisionMessages;

/**
 * Says who would get what in the reader's words; numbers of a sample are carried over to
 * everybody, with the margin within which the true ones lie 19 times of 20.
 */
@Component
class ReachViews {

	private final DecisionCatalogue catalogue;

	private final DecisionMessages messages;

	ReachViews(DecisionCatalogue catalogue, DecisionMessages messages) {
		this.catalogue = catalogue;
		this.messages = messages;
	}

	ReachView view(Decision decision, ReachCount.Reach reach) {
		ImpactResult result = reach.result();
		CatalogueLookup lookup = this.catalogue.look();
		Count count = new Count(decision, reach, lookup, new ReachMarks());
		String people = result.sampled() ? this.messages.word("board.reach.sample", result.people(), reach.total())
				: this.messages.word("board.reach.all", result.people());
		return new ReachView(people, result.scopes().stream().map((scope) -> scope(scope, count)).toList());
	}

	private ReachView.InScope scope(ImpactResult.InScope scope, Count count) {
		List<ImpactResult.Row> picked = scope.rows()
			.stream()
			.filter((row) -> row.reason() == DecisionReason.PICKED)
			.sorted(Comparator.comparing(ImpactResult.Row::after).reversed())
			.toList();
		List<ImpactResult.Row> fallen = scope.rows()
			.stream()
			.filter((row) -> row.reason() != DecisionReason.PICKED)
			.toList();
		long falls = sum(fallen);
		long offered = count.people() - falls;
		List<ImpactResult.Row> named = picked.subList(0, Math.min(ReachMarks.MOST, picked.size()));
		List<ImpactResult.Row> unnamed = picked.subList(named.size(), picked.size());
		Map<String, Integer> marks = count.marks().assign(named.stream().map(ImpactResult.Row::offer).toList());
		List<ReachView.Share> gets = new ArrayList<>();
		long before = 0;
		for (ImpactResult.Row row : named) {
			gets.add(share(row, marks.get(row.offer()), before, count));
			before += row.after();
		}
		if (!unnamed.isEmpty()) {
			gets.add(share("", ReachMarks.OTHERS, this.messages.word("board.reach.others"),
					new Part(sum(unnamed), before, null), count));
		}
		List<ReachView.Share> rest = unnamed.stream().map((row) -> share(row, ReachMarks.OTHERS, 0, count)).toList();
		String fallback = count.decision().draft().fallback();
		String name = fallback.isEmpty() ? this.messages.word("decision.impact.nothing")
				: count.lookup().offerName(fallback);
		return new ReachView.InScope(scope.placement(), count.lookup().placementName(scope.placement()),
				count.number(offered), gets, rest, people(0, count),
				share("", 0, name, new Part(falls, offered, null), count), !fallback.isEmpty(), why(fallen, count));
	}

	private ReachView.Share share(ImpactResult.Row row, int mark, long before, Count count) {
		return share(row.offer(), mark, count.lookup().offerName(row.offer()), new Part(row.after(), before, row),
				count);
	}

	private ReachView.Share share(String offer, int mark, String name, Part part, Count count) {
		return new ReachView.Share(offer, mark, name, count.number(part.counted()), people(part.counted(), count),
				count.percent(part.before()), count.percent(part.counted()), count.href(part.row()));
	}

	private String people(long counted, Count count) {
		return this.messages.word("board.reach.people", counted, count.number(counted));
	}

	/** What stood between people and the offer they came nearest to, the most first. */
	private List<ReachView.Share> why(List<ImpactResult.Row> fallen, Count count) {
		Map<DecisionReason, List<ImpactResult.Row>> byReason = fallen.stream()
			.collect(Collectors.groupingBy(ImpactResult.Row::reason));
		return byReason.entrySet()
			.stream()
			.sorted(Comparator
				.comparing((Map.Entry<DecisionReason, List<ImpactResult.Row>> each) -> sum(each.getValue()))
				.reversed())
			.map((each) -> share("", 0, this.messages.word("decision.impact.why." + each.getKey()),
					new Part(sum(each.getValue()), 0, each.getValue().get(0)), count))
			.toList();
	}

	private static long sum(List<ImpactResult.Row> rows) {
		return rows.stream().mapToLong(ImpactResult.Row::after).sum();
	}

	/**
	 * Some of the people.
	 *
	 * @param before how many stand before them
	 * @param row where one of them is; null for nowhere
	 */
	private record Part(long counted, long before, ImpactResult.@Nullable Row row) {
	}

	/** How numbers are said, and offers told apart. */
	private record Count(Decision decision, ReachCount.Reach reach, CatalogueLookup lookup, ReachMarks marks) {

		long people() {
			return this.reach.result().people();
		}

		@Nullable String href(ImpactResult.@Nullable Row row) {
			return (row != null && row.example() != null)
					? "/decisions/" + this.decision.slug() + "/simulation?who=" + row.example() : null;
		}

		double percent(long counted) {
			return (people() == 0) ? 0 : Math.round(counted * 1000.0 / people()) / 10.0;
		}

		String number(long counted) {
			return new ReachNumbers(this.reach).number(counted);
		}

	}

}
