package dev.sayso.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.BadCondition;
import dev.sayso.condition.Compiled;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Conditions;
import dev.sayso.offer.ProfileReads;

/**
 * Makes criteria ready to be asked; what cannot be asked any more is for nobody.
 */
final class AssembleCriterion {

	private final Conditions conditions;

	private final Formulas formulas;

	AssembleCriterion(Conditions conditions, Formulas formulas) {
		this.conditions = conditions;
		this.formulas = formulas;
	}

	LiveCriterion of(Criterion criterion, int place, List<LiveOffer> offers) {
		Condition asked = criterion.eligible();
		Compiled eligible = compile(asked, this.conditions);
		Formula formula = formula(criterion.formula());
		boolean personal = (eligible != null && ProfileReads.in(eligible))
				|| (formula != null && formula.readsProfile());
		boolean broken = formula == null && !criterion.formula().isEmpty();
		return new LiveCriterion(place, criterion.collection(), eligible, asked, personal, formula, broken,
				criterion.learned(), offers);
	}

	static @Nullable Compiled compile(Condition asked, Conditions conditions) {
		try {
			return conditions.compile(asked);
		}
		catch (BadCondition ex) {
			return null;
		}
	}

	private @Nullable Formula formula(String source) {
		try {
			return source.isEmpty() ? null : this.formulas.compile(source);
		}
		catch (BadFormula ex) {
			return null;
		}
	}

}
