package dev.sayso.decision.editor;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.audience.eligibility.EligibilityForms;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.formula.FormulaFault;
import dev.sayso.decision.review.FormulaValidator;

/**
 * Reads the criterion that a form means, or says what is wrong with it.
 */
@Component
class ReadCriterion {

	private final EligibilityForms eligibilities;

	private final FormulaValidator formulas;

	private final DecisionCatalogue catalogue;

	ReadCriterion(EligibilityForms eligibilities, FormulaValidator formulas, DecisionCatalogue catalogue) {
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
		if (place == 0 && CriterionEditor.scope(decision, placement).criteria().size() >= DecisionScope.MOST_CRITERIA) {
			form = form.with("collection", "decision.criterion.fault.many");
		}
		try {
			String kept = this.eligibilities.kept(form.eligibility());
			return new Read(form, form.isValid() ? form.criterion(kept) : null);
		}
		catch (InvalidConditionException ex) {
			return new Read(form.with("eligibility", "decision.criterion.fault.eligibility"), null);
		}
	}

}
