package dev.sayso.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.condition.Conditions;
import dev.sayso.shared.Moments;

/**
 * Reads a decision's draft as a careful colleague would before it is published.
 */
@Component
public class ReviewDecision {

	private final AssembleLive assemble;

	private final Catalogue catalogue;

	private final SpentCaps spent;

	private final Conditions conditions;

	private final Formulas formulas;

	private final Moments moments;

	ReviewDecision(AssembleLive assemble, Catalogue catalogue, SpentCaps spent, Conditions conditions,
			Formulas formulas, Moments moments) {
		this.assemble = assemble;
		this.catalogue = catalogue;
		this.spent = spent;
		this.conditions = conditions;
		this.formulas = formulas;
		this.moments = moments;
	}

	/**
	 * What there is to mend and to consider, in this order, each from the first step to
	 * the last.
	 */
	@Transactional(readOnly = true)
	public List<DecisionFinding> of(Decision decision) {
		return of(reviewed(decision));
	}

	static List<DecisionFinding> of(Reviewed reviewed) {
		return Stream
			.of(ReviewWhole.of(reviewed), ReviewCriteria.of(reviewed), ReviewReach.of(reviewed),
					ReviewFallback.of(reviewed))
			.flatMap(List::stream)
			.sorted(Comparator.comparing(DecisionFinding::weight).thenComparing(DecisionFinding::step))
			.toList();
	}

	/**
	 * What a review of the draft looks at.
	 */
	public Reviewed reviewed(Decision decision) {
		DecisionContent content = decision.draft();
		LiveDecision live = this.assemble.one(decision, 0, content);
		Conditions now = this.conditions.now();
		List<List<Reviewed.Broken>> places = content.scopes()
			.stream()
			.map((scope) -> scope.criteria().stream().map((criterion) -> broken(criterion, now)).toList())
			.toList();
		return new Reviewed(content, live, this.catalogue.look(), places, this.spent.of(offers(live)),
				this.moments.now());
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

	private Reviewed.Broken broken(Criterion criterion, Conditions now) {
		return new Reviewed.Broken(now.faults(criterion.eligible()), faults(criterion.formula()));
	}

	private List<FormulaFault> faults(String formula) {
		try {
			if (!formula.isEmpty()) {
				this.formulas.compile(formula);
			}
			return List.of();
		}
		catch (BadFormula ex) {
			return ex.faults();
		}
	}

}
