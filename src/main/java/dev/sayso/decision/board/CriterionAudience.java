package dev.sayso.decision.board;

import org.springframework.stereotype.Component;

import dev.sayso.audience.Audience;
import dev.sayso.audience.Audiences;
import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.editor.DecisionMessages;

/**
 * Says whom a criterion is for: an audience by its name, whatever else read aloud.
 */
@Component
class CriterionAudience {

	private final Audiences audiences;

	private final DecisionMessages messages;

	CriterionAudience(Audiences audiences, DecisionMessages messages) {
		this.audiences = audiences;
		this.messages = messages;
	}

	/** Empty for everybody. */
	String describe(Criterion criterion) {
		if (criterion.eligibility().isEmpty()) {
			return "";
		}
		EligibilityForm form = EligibilityForm.of(criterion.eligibility());
		return (form.choice() == EligibilityForm.Choice.AUDIENCES && form.audiences().size() == 1)
				? this.audiences.findBySlug(form.audiences().get(0)).map(Audience::name).orElse(form.audiences().get(0))
				: this.messages.people(criterion.eligibility());
	}

}
