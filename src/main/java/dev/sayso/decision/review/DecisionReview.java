package dev.sayso.decision.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.decision.CapCounts;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.LiveSnapshotAssembler;
import dev.sayso.decision.formula.FormulaFault;
import dev.sayso.decision.formula.Formulas;
import dev.sayso.decision.formula.InvalidFormulaException;
import dev.sayso.offer.Cap;
import dev.sayso.shared.TimeFormat;

/**
 * Reads a decision's draft as a careful colleague would before it is published.
 */
@Component
public class DecisionReview {

	private final LiveSnapshotAssembler assembler;

	private final DecisionCatalogue catalogue;

	private final ConditionCompiler conditions;

	private final Formulas formulas;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final TimeFormat times;

	DecisionReview(LiveSnapshotAssembler assembler, DecisionCatalogue catalogue, ConditionCompiler conditions,
			Formulas formulas, JdbcClient jdbc, Clock clock, TimeFormat times) {
		this.assembler = assembler;
		this.catalogue = catalogue;
		this.conditions = conditions;
		this.formulas = formulas;
		this.jdbc = jdbc;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * What there is to fix and to consider, in this order, each from the first step to
	 * the last.
	 */
	@Transactional(readOnly = true)
	public List<DecisionFinding> review(Decision decision) {
		return of(subject(decision));
	}

	static List<DecisionFinding> of(ReviewedDecision subject) {
		return Stream
			.of(ScheduleReview.of(subject), CriteriaReview.of(subject), ReachReview.of(subject),
					FallbackReview.of(subject))
			.flatMap(List::stream)
			.sorted(Comparator.comparing(DecisionFinding::weight).thenComparing(DecisionFinding::step))
			.toList();
	}

	public ReviewedDecision subject(Decision decision) {
		DecisionContent content = decision.draft();
		LiveDecision live = this.assembler.one(decision, 0, content);
		ConditionCompiler compiler = this.conditions.now();
		List<List<ReviewedDecision.Broken>> places = content.scopes()
			.stream()
			.map((scope) -> scope.criteria().stream().map((criterion) -> broken(criterion, compiler)).toList())
			.toList();
		return new ReviewedDecision(content, live, this.catalogue.look(), places, spent(offers(live)),
				this.clock.instant());
	}

	private static Set<LiveOffer> offers(LiveDecision live) {
		return live.scopes()
			.values()
			.stream()
			.flatMap((scope) -> scope.tiers().stream())
			.flatMap((tier) -> tier.criteria().stream())
			.flatMap((criterion) -> criterion.offers().stream())
			.collect(Collectors.toSet());
	}

	private ReviewedDecision.Broken broken(Criterion criterion, ConditionCompiler compiler) {
		return new ReviewedDecision.Broken(compiler.faults(criterion.eligible()), faults(criterion.formula()));
	}

	private List<FormulaFault> faults(String formula) {
		try {
			if (!formula.isEmpty()) {
				this.formulas.compile(formula);
			}
			return List.of();
		}
		catch (InvalidFormulaException ex) {
			return ex.faults();
		}
	}

	private record Counter(UUID offer, String cap, LocalDate since) {
	}

	/**
	 * Tells which caps for all together are spent by now.
	 */
	private BiPredicate<LiveOffer, Cap> spent(Set<LiveOffer> offers) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.times.zone());
		Map<Counter, Integer> taken = taken(offers.stream()
			.filter((offer) -> offer.caps().stream().anyMatch((cap) -> !cap.each()))
			.map(LiveOffer::id)
			.distinct()
			.toList());
		return (offer, cap) -> !cap.each()
				&& taken.getOrDefault(new Counter(offer.id(), cap.key(), cap.period().since(today)), 0) >= cap.limit();
	}

	private Map<Counter, Integer> taken(List<UUID> offers) {
		Map<Counter, Integer> taken = new HashMap<>();
		if (!offers.isEmpty()) {
			this.jdbc.sql("""
					select offer_id, cap, since, taken from cap_count
					where profile_id = :all and offer_id in (:offers)""")
				.param("all", CapCounts.ALL)
				.param("offers", offers)
				.query((row) -> {
					taken.put(new Counter(row.getObject("offer_id", UUID.class), row.getString("cap"),
							row.getObject("since", LocalDate.class)), row.getInt("taken"));
				});
		}
		return taken;
	}

}
