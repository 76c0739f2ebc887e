package dev.sayso.offer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.consent.Say;
import dev.sayso.offer.text.TextFault;

/**
 * Knows what uses a person's data: it takes their consent to personalization, and no
 * fallback may.
 */
@Component
public class PersonalDataUse {

	private final ConditionCompiler conditions;

	PersonalDataUse(ConditionCompiler conditions) {
		this.conditions = conditions;
	}

	/**
	 * Whether a condition asks for more of a person than what they consent to.
	 */
	public static boolean in(CompiledCondition condition) {
		return condition.parts().stream().anyMatch((part) -> part != Say.class);
	}

	/**
	 * Whether an offer is personalized: marked so, or one of its texts or its eligibility
	 * reads a person's data. One whose eligibility cannot be asked counts as such.
	 */
	public boolean isPersonalized(OfferContent offer, Collection<CompiledRepresentation> copies) {
		if (offer.personal() || copies.stream().anyMatch(CompiledRepresentation::readsProfile)) {
			return true;
		}
		try {
			return in(this.conditions.compile(offer.eligible()));
		}
		catch (InvalidConditionException bad) {
			return true;
		}
	}

	/**
	 * Why an offer cannot be a fallback; empty for one that can.
	 */
	List<TextFault> faults(OfferContent offer, Map<Representation, CompiledRepresentation> copies) {
		List<TextFault> faults = new ArrayList<>();
		copies.forEach((said, copy) -> reads(said, copy.profileNames(), faults));
		if (!isForEverybody(offer)) {
			faults.add(TextFault.of("fallback.eligibility", ""));
		}
		if (!offer.caps().isEmpty()) {
			faults.add(TextFault.of("fallback.caps", ""));
		}
		if (offer.personal()) {
			faults.add(TextFault.of("fallback.personal", ""));
		}
		return faults;
	}

	private static void reads(Representation said, Set<String> names, List<TextFault> faults) {
		boolean any = said.language().equals(Representation.ANY);
		names.forEach((name) -> faults.add(any ? TextFault.of("fallback.reads.any", name, said.placement())
				: TextFault.of("fallback.reads", name, said.placement(), said.language())));
	}

	private static boolean isForEverybody(OfferContent offer) {
		try {
			return offer.eligible().equals(Condition.EVERYBODY);
		}
		catch (InvalidConditionException bad) {
			return false;
		}
	}

}
