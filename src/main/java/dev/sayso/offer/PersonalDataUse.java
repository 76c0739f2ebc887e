package dev.sayso.offer;

import java.util.Collection;

import org.springframework.stereotype.Component;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.consent.Say;

/**
 * Decides what uses a person's data: it takes their consent to personalization, and no
 * fallback may.
 */
@Component
public class PersonalDataUse {

	private final ConditionCompiler conditions;

	PersonalDataUse(ConditionCompiler conditions) {
		this.conditions = conditions;
	}

	public static boolean in(CompiledCondition condition) {
		return condition.parts().stream().anyMatch((part) -> part != Say.class);
	}

	/**
	 * Whether an offer is personalized: marked so, or one of its texts or its eligibility
	 * reads a person's data. One whose eligibility cannot be evaluated counts as such.
	 */
	public boolean isPersonalized(OfferContent offer, Collection<CompiledRepresentation> texts) {
		if (offer.personal() || texts.stream().anyMatch(CompiledRepresentation::readsProfile)) {
			return true;
		}
		try {
			return in(this.conditions.compile(offer.eligible()));
		}
		catch (InvalidConditionException ex) {
			return true;
		}
	}

}
