package dev.sayso.decision;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.formula.Formula;
import dev.sayso.decision.formula.FormulaEvaluation;
import dev.sayso.decision.formula.FormulaException;

/**
 * What the criteria of a scope rank their offers by, for one person.
 */
final class Scores {

	private final DecisionContext asking;

	/** Of each criterion its formula, once it was asked of this person. */
	private final @Nullable FormulaEvaluation[] formulas;

	Scores(LiveScope scope, DecisionContext asking) {
		this.asking = asking;
		this.formulas = new FormulaEvaluation[scope.criteria()];
	}

	/**
	 * How high a candidate ranks: by its priority where there is no formula, or only a
	 * learned one that the person refuses.
	 * @throws FormulaException when the formula gives no number
	 */
	double of(PriorityTier.Candidate candidate) {
		LiveCriterion criterion = candidate.criterion();
		Formula formula = criterion.formula();
		if (formula == null || (criterion.learned() && !this.asking.models())) {
			return candidate.offer().priority();
		}
		FormulaEvaluation asked = this.formulas[criterion.place()];
		if (asked == null) {
			asked = formula.of(this.asking.person(), this.asking.context(), this.asking.at());
			this.formulas[criterion.place()] = asked;
		}
		return asked.score(candidate.offer().ranked());
	}

}
