package dev.sayso.decision.review;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.condition.ConditionCompiler;
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

/**
 * Reads a decision's draft as a careful colleague would before it is published.
 */
@Component
public class DecisionReview {

	private final LiveSnapshotAssembler assemble;

	private final DecisionCatalogue catalogue;

	private final SpentCaps spent;

	private final ConditionCompiler conditions;

	private final Formulas formulas;

	private final Clock clock;

	DecisionReview(LiveSnapshotAssembler assemble, DecisionCatalogue catalogue, SpentCaps spent,
			ConditionCompiler conditions, Formulas formulas, Clock clock) {
		this.assemble = assemble;
		this.catalogue = catalogue;
		this.spent = spent;
		this.conditions = conditions;
		this.formulas = formulas;
		this.clock = clock;
	}

	/**
	 * What there is to mend and to consider, in this order, each from the first step to
	 * the last.
	 */
	@Transactional(readOnly = true)
	public List<DecisionFinding> of(Decision decision) {
		return of(reviewed(decision));
	}

	static List<DecisionFinding> of(ReviewSubject reviewed) {
		return Stream
			.of(ScheduleReview.of(reviewed), CriteriaReview.of(reviewed), ReachReview.of(reviewed),
					FallbackReview.of(reviewed))
			.flatMap(List::stream)
			.sorted(Comparator.comparing(DecisionFinding::weight).thenComparing(DecisionFinding::step))
			.toList();
	}

	/**
	 * What a review of the draft looks at.
	 */
	public ReviewSubject reviewed(Decision decision) {
		DecisionContent content = decision.draft();
		LiveDecision live = this.assemble.one(decision, 0, content);
		ConditionCompiler now = this.conditions.now();
		List<List<ReviewSubject.Broken>> places = content.scopes()
			.stream()
			.map((scope) -> scope.criteria().stream().map((criterion) -> broken(criterion, now)).toList())
			.toList();
		return new ReviewSubject(content, live, this.catalogue.look(), places, this.spent.of(offers(live)),
				this.clock.instant());
	}

	private static Set<LiveOffer> offers(LiveDecision live) {
		return live.scopes()
			.values()
			.stream()
			.flatMap((scope) -> scope.rungs().stream())
			.flatMap((rung) -> rung.criteria().stream())
			.flatMap((criterion) -> criterion.offers().stream())
			.collect(Collectors.toSet());
	}

	private ReviewSubject.Broken broken(Criterion criterion, ConditionCompiler now) {
		return new ReviewSubject.Broken(now.faults(criterion.eligible()), faults(criterion.formula()));
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

}
