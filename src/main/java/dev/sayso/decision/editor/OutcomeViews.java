package dev.sayso.decision.editor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.outcome.Outcomes;
import dev.sayso.shared.LineChart;
import dev.sayso.shared.LocalizedDate;

/**
 * Puts together what came of a decision in its last days.
 */
@Component
public class OutcomeViews {

	private final Outcomes outcomes;

	private final DecisionCatalogue catalogue;

	private final DecisionMessages messages;

	OutcomeViews(Outcomes outcomes, DecisionCatalogue catalogue, DecisionMessages messages) {
		this.outcomes = outcomes;
		this.catalogue = catalogue;
		this.messages = messages;
	}

	/** What one offer, or one reason to fall back, is told apart by. */
	private record Key(String offer, DecisionReason reason) {
	}

	public OutcomesView view(Decision decision, int span) {
		LocalDate today = this.outcomes.today();
		LocalDate first = today.minusDays(span - 1L);
		List<Outcomes.Row> rows = this.outcomes.list(decision.id(), first, today);
		List<OutcomesView.Day> days = days(rows, first, span);
		return new OutcomesView(span, sum(rows), days.stream().mapToLong(OutcomesView.Day::fallbacks).sum(),
				lineChart(days, first), scopes(rows), days);
	}

	private static OutcomesView.Sum sum(List<Outcomes.Row> rows) {
		return rows.stream().map(OutcomesView.Sum::of).reduce(OutcomesView.Sum.NOTHING, OutcomesView.Sum::plus);
	}

	private static List<OutcomesView.Day> days(List<Outcomes.Row> rows, LocalDate first, int span) {
		List<OutcomesView.Day> days = new ArrayList<>();
		for (LocalDate day = first; day.isBefore(first.plusDays(span)); day = day.plusDays(1)) {
			LocalDate on = day;
			List<Outcomes.Row> its = rows.stream().filter((row) -> row.day().equals(on)).toList();
			days.add(new OutcomesView.Day(on, sum(its),
					its.stream().filter(Outcomes.Row::isFallback).mapToLong(Outcomes.Row::decisions).sum()));
		}
		return days;
	}

	private static LineChart lineChart(List<OutcomesView.Day> days, LocalDate first) {
		Locale reader = LocaleContextHolder.getLocale();
		return LineChart.draw(
				List.of(series("decisions", days, (one) -> one.sum().decisions()),
						series("displays", days, (one) -> one.sum().displays()),
						series("clicks", days, (one) -> one.sum().clicks()),
						series("fallbacks", days, OutcomesView.Day::fallbacks)),
				first, days.size(), (day) -> LocalizedDate.brief(day, reader));
	}

	private static LineChart.Series series(String name, List<OutcomesView.Day> days,
			ToLongFunction<OutcomesView.Day> value) {
		return new LineChart.Series("decision.outcomes." + name, days.stream().mapToLong(value).toArray());
	}

	private List<OutcomesView.InScope> scopes(List<Outcomes.Row> rows) {
		CatalogueLookup lookup = this.catalogue.look();
		Map<String, List<Outcomes.Row>> byPlacement = new TreeMap<>();
		rows.forEach((row) -> byPlacement.computeIfAbsent(row.placement(), (key) -> new ArrayList<>()).add(row));
		List<OutcomesView.InScope> scopes = new ArrayList<>();
		byPlacement.forEach((placement, its) -> scopes
			.add(new OutcomesView.InScope(placement, lookup.placementName(placement), offers(its, lookup), sum(its))));
		return scopes;
	}

	private List<OutcomesView.Of> offers(List<Outcomes.Row> rows, CatalogueLookup lookup) {
		Map<Key, OutcomesView.Sum> sums = new LinkedHashMap<>();
		rows.forEach((row) -> sums.merge(new Key(row.offer(), row.reason()), OutcomesView.Sum.of(row),
				OutcomesView.Sum::plus));
		return sums.entrySet()
			.stream()
			.map((one) -> offer(one.getKey(), one.getValue(), lookup))
			.sorted(Comparator.comparing(OutcomesView.Of::reason)
				.thenComparing((one) -> one.sum().decisions(), Comparator.reverseOrder())
				.thenComparing(OutcomesView.Of::offer))
			.toList();
	}

	private OutcomesView.Of offer(Key key, OutcomesView.Sum sum, CatalogueLookup lookup) {
		return new OutcomesView.Of(key.offer(),
				key.offer().isEmpty() ? this.messages.word("decision.impact.nothing") : lookup.offerName(key.offer()),
				key.reason(), (key.reason() == DecisionReason.PICKED) ? ""
						: this.messages.word("decision.impact.why." + key.reason()),
				sum);
	}

}
