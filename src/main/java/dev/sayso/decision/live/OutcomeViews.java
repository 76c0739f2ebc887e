package dev.sayso.decision.live;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.editor.DecisionMessages;
import dev.sayso.decision.outcome.Outcomes;
import dev.sayso.shared.LocalizedDate;
import dev.sayso.shared.TimeFormat;

/**
 * Puts together what came of a decision in its last days.
 */
@Component
class OutcomeViews {

	/** In so many days the table has one row for each. */
	private static final int DAILY = 7;

	/** Why the fallback shows where something in the draft may change that. */
	private static final Set<DecisionReason> REMEDIED = EnumSet.of(DecisionReason.NOTHING_ELIGIBLE,
			DecisionReason.NO_TEXT_IN_LANGUAGE, DecisionReason.FORMULA_FAILED);

	private final Outcomes outcomes;

	private final DecisionVersions versions;

	private final DecisionCatalogue catalogue;

	private final DecisionMessages messages;

	private final TimeFormat times;

	OutcomeViews(Outcomes outcomes, DecisionVersions versions, DecisionCatalogue catalogue, DecisionMessages messages,
			TimeFormat times) {
		this.outcomes = outcomes;
		this.versions = versions;
		this.catalogue = catalogue;
		this.messages = messages;
		this.times = times;
	}

	/** What one offer, or one reason to fall back, is told apart by. */
	private record Key(String offer, DecisionReason reason) {
	}

	/**
	 * What came of it.
	 * @param span how many days, today the last
	 * @param placement the key of one placement; empty for all
	 * @param daily whether the table of days has a row for each, and not for each week
	 */
	OutcomesView view(Decision decision, int span, String placement, boolean daily) {
		LocalDate today = this.outcomes.today();
		LocalDate first = today.minusDays(span - 1L);
		List<Outcomes.Row> rows = this.outcomes.list(decision.id(), first, today)
			.stream()
			.filter((row) -> placement.isEmpty() || row.placement().equals(placement))
			.toList();
		List<OutcomesView.Day> days = days(rows, first, span);
		Locale reader = LocaleContextHolder.getLocale();
		CatalogueLookup lookup = this.catalogue.look();
		return new OutcomesView(span, placement, sum(rows), days.stream().mapToLong(OutcomesView.Day::fallbacks).sum(),
				OutcomeChart.draw(days, (day) -> LocalizedDate.brief(day, reader), begun(decision)),
				stretches(days, (daily || span <= DAILY) ? 1 : 7), offers(rows, lookup), reasons(rows),
				scopes(rows, lookup), days);
	}

	/** The last version that began on each day. */
	private Map<LocalDate, Integer> begun(Decision decision) {
		ZoneId zone = this.times.zone();
		return this.versions.list(decision.id())
			.stream()
			.collect(Collectors.toMap((version) -> LocalDate.ofInstant(version.createdAt(), zone),
					(version) -> version.number(), Math::max));
	}

	private static OutcomesView.Sum sum(List<Outcomes.Row> rows) {
		return rows.stream().map(OutcomesView.Sum::of).reduce(OutcomesView.Sum.NOTHING, OutcomesView.Sum::plus);
	}

	private static List<OutcomesView.Day> days(List<Outcomes.Row> rows, LocalDate first, int span) {
		Map<LocalDate, List<Outcomes.Row>> byDay = rows.stream().collect(Collectors.groupingBy(Outcomes.Row::day));
		List<OutcomesView.Day> days = new ArrayList<>();
		for (LocalDate day = first; day.isBefore(first.plusDays(span)); day = day.plusDays(1)) {
			List<Outcomes.Row> its = byDay.getOrDefault(day, List.of());
			days.add(new OutcomesView.Day(day, sum(its),
					its.stream().filter(Outcomes.Row::isFallback).mapToLong(Outcomes.Row::decisions).sum()));
		}
		return days;
	}

	private static List<OutcomesView.Stretch> stretches(List<OutcomesView.Day> days, int length) {
		List<OutcomesView.Stretch> stretches = new ArrayList<>();
		for (int at = 0; at < days.size(); at += length) {
			List<OutcomesView.Day> its = days.subList(at, Math.min(days.size(), at + length));
			stretches.add(new OutcomesView.Stretch(its.get(0).day(), its.get(its.size() - 1).day(),
					its.stream().mapToLong((day) -> day.sum().decisions()).sum(),
					its.stream().mapToLong(OutcomesView.Day::fallbacks).sum()));
		}
		return stretches;
	}

	private List<OutcomesView.OfferRow> offers(List<Outcomes.Row> rows, CatalogueLookup lookup) {
		Map<String, OutcomesView.Sum> sums = new TreeMap<>();
		Map<String, Boolean> fallbacks = new TreeMap<>();
		rows.forEach((row) -> {
			sums.merge(row.offer(), OutcomesView.Sum.of(row), OutcomesView.Sum::plus);
			fallbacks.put(row.offer(), row.isFallback());
		});
		double top = sums.values().stream().map(OutcomesView.Sum::rate).mapToDouble(OutcomeViews::end).max().orElse(0);
		return sums.entrySet().stream().map((each) -> {
			OutcomesView.Sum sum = each.getValue();
			ClickRate rate = sum.rate();
			return new OutcomesView.OfferRow(each.getKey(), name(each.getKey(), lookup), fallbacks.get(each.getKey()),
					sum, rate.length(rate.percent(), top), rate.isCertain() ? rate.length(rate.low(), top) : "",
					rate.isCertain() ? rate.length(rate.high(), top) : "");
		})
			.sorted(Comparator.comparing(OutcomesView.OfferRow::fallback)
				.thenComparing((row) -> row.sum().decisions(), Comparator.reverseOrder())
				.thenComparing(OutcomesView.OfferRow::offer))
			.toList();
	}

	private static double end(ClickRate rate) {
		return rate.isCertain() ? rate.high() : rate.percent();
	}

	private List<OutcomesView.ReasonRow> reasons(List<Outcomes.Row> rows) {
		Map<DecisionReason, Long> sums = new EnumMap<>(DecisionReason.class);
		rows.stream()
			.filter((row) -> row.isFallback() && row.decisions() > 0)
			.forEach((row) -> sums.merge(row.reason(), row.decisions(), Long::sum));
		long all = sums.values().stream().mapToLong(Long::longValue).sum();
		return sums.entrySet()
			.stream()
			.sorted(Map.Entry.<DecisionReason, Long>comparingByValue().reversed())
			.map((each) -> new OutcomesView.ReasonRow(each.getKey(), why(each.getKey()), each.getValue(),
					String.format(Locale.ROOT, "%.1f", each.getValue() * 100.0 / all), remedy(each.getKey())))
			.toList();
	}

	/** What a marketer can do about it, where that is something in the draft. */
	private static String remedy(DecisionReason reason) {
		return REMEDIED.contains(reason) ? "decision.live.remedy." + reason : "";
	}

	private List<OutcomesView.InScope> scopes(List<Outcomes.Row> rows, CatalogueLookup lookup) {
		Map<String, List<Outcomes.Row>> byPlacement = rows.stream()
			.collect(Collectors.groupingBy(Outcomes.Row::placement, TreeMap::new, Collectors.toList()));
		return byPlacement.entrySet()
			.stream()
			.map((each) -> new OutcomesView.InScope(each.getKey(), lookup.placementName(each.getKey()),
					reasoned(each.getValue(), lookup)))
			.toList();
	}

	private List<OutcomesView.AnswerRow> reasoned(List<Outcomes.Row> rows, CatalogueLookup lookup) {
		Map<Key, OutcomesView.Sum> sums = new LinkedHashMap<>();
		rows.forEach((row) -> sums.merge(new Key(row.offer(), row.reason()), OutcomesView.Sum.of(row),
				OutcomesView.Sum::plus));
		return sums.entrySet()
			.stream()
			.map((one) -> new OutcomesView.AnswerRow(one.getKey().offer(), name(one.getKey().offer(), lookup),
					one.getKey().reason(),
					(one.getKey().reason() == DecisionReason.PICKED) ? "" : why(one.getKey().reason()), one.getValue()))
			.sorted(Comparator.comparing(OutcomesView.AnswerRow::reason)
				.thenComparing((one) -> one.sum().decisions(), Comparator.reverseOrder())
				.thenComparing(OutcomesView.AnswerRow::offer))
			.toList();
	}

	private String name(String offer, CatalogueLookup lookup) {
		return offer.isEmpty() ? this.messages.word("decision.impact.nothing") : lookup.offerName(offer);
	}

	private String why(DecisionReason reason) {
		return this.messages.word("decision.impact.why." + reason);
	}

}
