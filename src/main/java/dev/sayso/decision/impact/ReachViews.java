package dev.sayso.decision.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

	/** The offers that have a part of their own on a placement. */
	static Set<String> named(ImpactResult result, String placement) {
		return result.scopes()
			.stream()
			.filter((scope) -> scope.placement().equals(placement))
			.flatMap((scope) -> picked(scope).stream())
			.limit(ReachMarks.MOST)
			.map(ImpactResult.Row::offer)
			.collect(Collectors.toSet());
	}

	private static List<ImpactResult.Row> picked(ImpactResult.InScope scope) {
		return scope.rows()
			.stream()
			.filter((row) -> row.reason() == DecisionReason.PICKED)
			.sorted(Comparator.comparing(ImpactResult.Row::after).reversed())
			.toList();
	}

	/**
	 * The panel.
	 * @param figure the exact one, while it is counted and after; null where the count is
	 * exact itself
	 */
	ReachView view(Decision decision, ReachCount.Reach reach, @Nullable ReachFigure figure) {
		ImpactResult result = reach.result();
		CatalogueLookup lookup = this.catalogue.look();
		Count count = new Count(decision, reach, lookup, new ReachMarks());
		String people = result.sampled() ? this.messages.word("board.reach.sample", result.people(), reach.total())
				: this.messages.word((figure != null) ? "board.reach.exact" : "board.reach.all", result.people());
		return new ReachView(people, (figure != null) ? ReachView.Exact.beside(reach, figure) : null,
				result.scopes().stream().map((scope) -> scope(scope, count)).toList());
	}

	private ReachView.InScope scope(ImpactResult.InScope scope, Count count) {
		List<ImpactResult.Row> picked = picked(scope);
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
			gets.add(share(scope, row, marks.get(row.offer()), before, count));
			before += row.after();
		}
		if (!unnamed.isEmpty()) {
			gets.add(share("", ReachMarks.OTHERS, this.messages.word("board.reach.others"),
					new Part(sum(unnamed), before, scope.placement(), new ReachChoice(ReachChoice.OTHERS, "")), count));
		}
		List<ReachView.Share> rest = unnamed.stream()
			.map((row) -> share(scope, row, ReachMarks.OTHERS, 0, count))
			.toList();
		String fallback = count.decision().draft().fallback();
		String name = fallback.isEmpty() ? this.messages.word("decision.impact.nothing")
				: count.lookup().offerName(fallback);
		return new ReachView.InScope(
				scope.placement(), count.lookup().placementName(scope.placement()), share("", 0, "",
						new Part(offered, 0, scope.placement(), new ReachChoice(ReachChoice.OFFER, "")), count),
				gets, rest, people(0, count),
				share("", 0, name,
						new Part(falls, offered, scope.placement(), new ReachChoice(ReachChoice.FALLBACK, "")), count),
				!fallback.isEmpty(), why(scope, fallen, count));
	}

	private ReachView.Share share(ImpactResult.InScope scope, ImpactResult.Row row, int mark, long before,
			Count count) {
		return share(row.offer(), mark, count.lookup().offerName(row.offer()),
				new Part(row.after(), before, scope.placement(), new ReachChoice(row.offer(), "")), count);
	}

	private ReachView.Share share(String offer, int mark, String name, Part part, Count count) {
		return new ReachView.Share(offer, mark, name, count.number(part.counted()), people(part.counted(), count),
				count.percent(part.before()), count.percent(part.counted()), count.href(part));
	}

	private String people(long counted, Count count) {
		return this.messages.word("board.reach.people", counted, count.number(counted));
	}

	/** What stood between people and the offer they came nearest to, the most first. */
	private List<ReachView.Share> why(ImpactResult.InScope scope, List<ImpactResult.Row> fallen, Count count) {
		Map<DecisionReason, List<ImpactResult.Row>> byReason = fallen.stream()
			.collect(Collectors.groupingBy(ImpactResult.Row::reason));
		return byReason.entrySet()
			.stream()
			.sorted(Comparator
				.comparing((Map.Entry<DecisionReason, List<ImpactResult.Row>> each) -> sum(each.getValue()))
				.reversed())
			.map((each) -> share("", 0, this.messages.word("decision.impact.why." + each.getKey()),
					new Part(sum(each.getValue()), 0, scope.placement(), new ReachChoice("", each.getKey().name())),
					count))
			.toList();
	}

	private static long sum(List<ImpactResult.Row> rows) {
		return rows.stream().mapToLong(ImpactResult.Row::after).sum();
	}

	/**
	 * Some of the people.
	 *
	 * @param before how many stand before them
	 * @param choice what finds them
	 */
	private record Part(long counted, long before, String placement, ReachChoice choice) {
	}

	/** How numbers are said, and offers told apart. */
	private record Count(Decision decision, ReachCount.Reach reach, CatalogueLookup lookup, ReachMarks marks) {

		long people() {
			return this.reach.result().people();
		}

		@Nullable String href(Part part) {
			return (part.counted() > 0) ? part.choice().href(this.decision.slug(), part.placement()) : null;
		}

		double percent(long counted) {
			return (people() == 0) ? 0 : Math.round(counted * 1000.0 / people()) / 10.0;
		}

		String number(long counted) {
			return new ReachNumbers(this.reach).number(counted);
		}

	}

}
