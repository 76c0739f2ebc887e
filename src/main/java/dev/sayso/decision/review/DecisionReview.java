package dev.sayso.decision.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

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
import dev.sayso.decision.formula.Formulas;
import dev.sayso.offer.Cap;
import dev.sayso.shared.TimeFormat;
import dev.sayso.store.BatchedQueries;

/**
 * Reads a decision's draft as a careful colleague would before it is published.
 */
@Component
public class DecisionReview {

	private final LiveSnapshotAssembler assembler;

	private final DecisionCatalogue catalogue;

	private final ConditionCompiler conditions;

	private final Formulas formulas;

	private final BatchedQueries queries;

	private final Clock clock;

	private final TimeFormat times;

	DecisionReview(LiveSnapshotAssembler assembler, DecisionCatalogue catalogue, ConditionCompiler conditions,
			Formulas formulas, BatchedQueries queries, Clock clock, TimeFormat times) {
		this.assembler = assembler;
		this.catalogue = catalogue;
		this.conditions = conditions;
		this.formulas = formulas;
		this.queries = queries;
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
		List<DecisionFinding> findings = new ArrayList<>();
		new ScheduleReview(subject, findings).review();
		subject.scopes().forEach((scope) -> new CriteriaReview(subject, scope, findings).review());
		subject.scopes().forEach((scope) -> new ReachReview(subject, scope, findings).review());
		new FallbackReview(subject, findings).review();
		findings.sort(Comparator.comparing(DecisionFinding::weight).thenComparing(DecisionFinding::step));
		return findings;
	}

	public ReviewedDecision subject(Decision decision) {
		DecisionContent content = decision.draft();
		LiveDecision live = this.assembler.one(decision, 0, content);
		ConditionCompiler compiler = this.conditions.now();
		List<List<ReviewedDecision.Broken>> places = content.scopes()
			.stream()
			.map((scope) -> scope.criteria().stream().map((criterion) -> broken(criterion, compiler)).toList())
			.toList();
		return new ReviewedDecision(content, live, this.catalogue.look(), places, spent(live), this.clock.instant());
	}

	private ReviewedDecision.Broken broken(Criterion criterion, ConditionCompiler compiler) {
		return new ReviewedDecision.Broken(compiler.faults(criterion.eligible()),
				criterion.formula().isEmpty() ? List.of() : this.formulas.faults(criterion.formula()));
	}

	private BiPredicate<LiveOffer, Cap> spent(LiveDecision live) {
		List<LiveOffer> capped = live.scopes()
			.values()
			.stream()
			.flatMap((scope) -> scope.capped().stream())
			.distinct()
			.toList();
		if (capped.isEmpty()) {
			return (offer, cap) -> false;
		}
		CapCounts counts = CapCounts.read(this.queries, capped,
				LocalDate.ofInstant(this.clock.instant(), this.times.zone()), null);
		return (offer, cap) -> !cap.each() && counts.taken(offer, cap) >= cap.limit();
	}

}
