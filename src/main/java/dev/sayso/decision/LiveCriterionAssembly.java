package dev.sayso.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.decision.formula.Formula;
import dev.sayso.decision.formula.Formulas;
import dev.sayso.decision.formula.InvalidFormulaException;
import dev.sayso.offer.PersonalDataUse;

/**
 * Makes criteria ready to be evaluated; what cannot be evaluated any more is for nobody.
 */
final class LiveCriterionAssembly {

	private final ConditionCompiler conditions;

	private final Formulas formulas;

	LiveCriterionAssembly(ConditionCompiler conditions, Formulas formulas) {
		this.conditions = conditions;
		this.formulas = formulas;
	}

	LiveCriterion assemble(Criterion criterion, int place, List<LiveOffer> offers) {
		Condition condition = criterion.eligible();
		CompiledCondition eligible = compile(condition, this.conditions);
		Formula formula = formula(criterion.formula());
		boolean personal = (eligible != null && PersonalDataUse.in(eligible))
				|| (formula != null && formula.readsProfile());
		boolean broken = formula == null && !criterion.formula().isEmpty();
		return new LiveCriterion(place, criterion.collection(), eligible, condition, personal, formula, broken,
				criterion.learned(), offers);
	}

	static @Nullable CompiledCondition compile(Condition condition, ConditionCompiler conditions) {
		try {
			return conditions.compile(condition);
		}
		catch (InvalidConditionException ex) {
			return null;
		}
	}

	private @Nullable Formula formula(String source) {
		try {
			return source.isEmpty() ? null : this.formulas.compile(source);
		}
		catch (InvalidFormulaException ex) {
			return null;
		}
	}

}
