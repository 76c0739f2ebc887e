package dev.sayso.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.audience.Eligibilities;
import dev.sayso.condition.BadCondition;

/**
 * Reads the criterion that a form means, or says what is wrong with it.
 */
@Component
class ReadCriterion {

	private final Eligibilities eligibilities;

	private final CheckFormula formulas;

	private final Catalogue catalogue;

	ReadCriterion(Eligibilities eligibilities, CheckFormula formulas, Catalogue catalogue) {
		this.eligibilities = eligibilities;
		this.formulas = formulas;
		this.catalogue = catalogue;
	}

	/**
	 * What a form came to.
	 *
	 * @param criterion null where something is wrong with it, which the form says
	 */
	record Read(CriterionForm form, @Nullable Criterion criterion) {
	}

	/**
	 * @param place of the criterion in its scope, from 1; 0 for a new one
	 */
	Read of(CriterionForm typed, Decision decision, String placement, int place) {
		boolean known = this.catalogue.look().collection(typed.collection()).isPresent();
		List<FormulaFault> faults = typed.byFormula() ? this.formulas.faults(typed.formula()) : List.of();
		CriterionForm form = typed.checked(known, faults);
		if (place == 0 && EditCriteria.scope(decision, placement).criteria().size() >= Scope.MOST_CRITERIA) {
			form = form.with("collection", "decision.criterion.fault.many");
		}
		try {
			String kept = this.eligibilities.kept(form.eligibility());
			return new Read(form, form.isValid() ? form.criterion(kept) : null);
		}
		catch (BadCondition ex) {
			return new Read(form.with("eligibility", "decision.criterion.fault.eligibility"), null);
		}
	}

}
