package dev.sayso.decision.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.util.MultiValueMap;

import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.formula.FormulaFault;
import dev.sayso.shared.page.Choices;

/**
 * A criterion as it was typed.
 *
 * @param version of the decision that the form was made of
 * @param collection its key
 * @param byFormula whether a formula ranks, and not the offers' priority
 * @param formula kept while priority is chosen
 * @param strict whether offers are left out where a value for the formula is missing
 * @param competes whether a new one competes with the one before it
 * @param faults message keys by field
 */
record CriterionForm(int version, String collection, EligibilityForm eligibility, boolean byFormula, String formula,
		boolean learned, boolean strict, boolean competes, Map<String, String> faults) {

	static CriterionForm blank(Decision decision) {
		return new CriterionForm(version(decision), "", EligibilityForm.of(""), false, "", false, false, false,
				Map.of());
	}

	static CriterionForm of(Decision decision, Criterion criterion) {
		return new CriterionForm(version(decision), criterion.collection(), EligibilityForm.of(criterion.eligibility()),
				!criterion.formula().isEmpty(), criterion.formula(), criterion.learned(), criterion.strict(), false,
				Map.of());
	}

	static CriterionForm read(MultiValueMap<String, String> typed) {
		String version = first(typed, "version");
		return new CriterionForm(version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1,
				first(typed, "collection"), EligibilityForm.read(typed),
				Choices.read(typed.getFirst("ranking"), "priority", "formula").equals("formula"),
				first(typed, "formula").strip(), typed.containsKey("learned"), typed.containsKey("strict"),
				typed.containsKey("competes"), Map.of());
	}

	/** The same after a button of its eligibility. */
	CriterionForm after(String act) {
		return new CriterionForm(this.version, this.collection, this.eligibility.after(act), this.byFormula,
				this.formula, this.learned, this.strict, this.competes, this.faults);
	}

	/**
	 * The same with what is wrong.
	 * @param known whether there is such a collection
	 * @param formula what is wrong with the formula
	 */
	CriterionForm checked(boolean known, List<FormulaFault> formulaFaults) {
		Map<String, String> found = new LinkedHashMap<>();
		if (!known) {
			found.put("collection", "decision.criterion.fault.collection");
		}
		if (this.byFormula && !formulaFaults.isEmpty()) {
			found.put("formula", "decision.criterion.fault.formula");
		}
		return new CriterionForm(this.version, this.collection, this.eligibility, this.byFormula, this.formula,
				this.learned, this.strict, this.competes, found);
	}

	CriterionForm with(String field, String fault) {
		Map<String, String> more = new LinkedHashMap<>(this.faults);
		more.put(field, fault);
		return new CriterionForm(this.version, this.collection, this.eligibility, this.byFormula, this.formula,
				this.learned, this.strict, this.competes, more);
	}

	/**
	 * The criterion that is meant.
	 * @param kept whom it is for, as it is kept
	 */
	Criterion criterion(String kept) {
		return new Criterion(1, this.collection, kept, this.byFormula ? this.formula : "",
				this.byFormula && this.learned, this.byFormula && this.strict);
	}

	public boolean isValid() {
		return this.faults.isEmpty();
	}

	private static int version(Decision decision) {
		return (decision.version() != null) ? decision.version() : 0;
	}

	private static String first(MultiValueMap<String, String> typed, String name) {
		String value = typed.getFirst(name);
		return (value != null) ? value : "";
	}

}
