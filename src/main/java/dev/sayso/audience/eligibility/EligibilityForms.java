package dev.sayso.audience.eligibility;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.audience.AudienceFacts;
import dev.sayso.audience.eligibility.EligibilityForm.Choice;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionFault;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Fact;
import dev.sayso.condition.FactRegistry;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.Operator;
import dev.sayso.condition.builder.ConditionDraft;
import dev.sayso.condition.builder.ConditionDraftEditor;

/**
 * Turns the eligibility in a form of any room into a condition and a view. A page
 * includes the fragment of {@link EligibilityView} in a form that is posted, and shows
 * itself again with {@link EligibilityForm#after} where {@link EligibilityForm#isAct}
 * says that a button of it was pressed.
 */
@Component
public class EligibilityForms {

	private final FactRegistry facts;

	private final ConditionCompiler conditions;

	private final EligibilityViews views;

	EligibilityForms(FactRegistry facts, ConditionCompiler conditions, EligibilityViews views) {
		this.facts = facts;
		this.conditions = conditions;
		this.views = views;
	}

	/**
	 * The condition of a form.
	 * @throws InvalidConditionException when it is broken, or nothing is chosen yet; the
	 * form shown again has each fault at its place
	 */
	public Condition condition(EligibilityForm form) {
		Map<String, Fact> factsByName = this.facts.byName();
		Condition condition = condition(form, true, factsByName);
		List<ConditionFault> faults = faults(form, condition);
		if (!faults.isEmpty()) {
			throw new InvalidConditionException(faults);
		}
		return condition;
	}

	/**
	 * The condition as it is stored: JSON, or nothing for everybody.
	 * @throws InvalidConditionException as above
	 */
	public String kept(EligibilityForm form) {
		return kept(condition(form));
	}

	/**
	 * Shows a form. One that was opened or could not be saved says what is wrong with it;
	 * one that is {@link EligibilityForm#after} a button does not yet.
	 * @param page where its buttons lead without JavaScript, which shows the whole page
	 * again; empty for the URL of the form itself
	 * @param open whether the reader may choose
	 */
	public EligibilityView view(EligibilityForm form, String page, boolean open) {
		return view(form, page, new EligibilityViews.Mode(open, true));
	}

	EligibilityView view(EligibilityForm form, String page, EligibilityViews.Mode mode) {
		Map<String, Fact> factsByName = this.facts.byName();
		boolean strict = form.act() == null;
		ConditionDraft.Group draft = strict ? form.draft() : ConditionDraftEditor.fit(form.draft(), factsByName);
		EligibilityForm shown = new EligibilityForm(form.choice(), form.of(), form.audiences(), draft, form.act());
		List<ConditionFault> faults = strict ? faults(shown, condition(shown, true, factsByName)) : List.of();
		Condition soFar = condition(shown, false, factsByName);
		return this.views.create(shown, new EligibilityViews.FormCondition(soFar, kept(soFar), faults), page, mode);
	}

	private static String kept(Condition condition) {
		return condition.isEverybody() ? "" : ConditionJson.write(condition);
	}

	/**
	 * @param whole whether incomplete lines are included
	 */
	private static Condition condition(EligibilityForm form, boolean whole, Map<String, Fact> factsByName) {
		return switch (form.choice()) {
			case EVERYBODY -> Condition.EVERYBODY;
			case AUDIENCES -> new Condition.Group(form.audiences().isEmpty() ? Condition.Quantifier.ANY : form.of(),
					form.audiences().stream().map(EligibilityForms::in).toList());
			case CONDITION ->
				whole ? form.draft().toCondition(factsByName) : form.draft().toCompleteCondition(factsByName);
		};
	}

	private static Condition in(String audience) {
		return new Condition.Comparison(AudienceFacts.PREFIX + audience, Operator.IS, true);
	}

	/** An empty choice is a fault, since it must not match everybody. */
	private List<ConditionFault> faults(EligibilityForm form, Condition condition) {
		boolean nothing = condition instanceof Condition.Group group && group.conditions().isEmpty();
		return (nothing && form.choice() != Choice.EVERYBODY) ? List.of(new ConditionFault("", "empty", null))
				: this.conditions.faults(condition);
	}

}
