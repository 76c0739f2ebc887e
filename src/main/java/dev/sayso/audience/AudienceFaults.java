package dev.sayso.audience;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import dev.sayso.condition.ConditionMessages;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.shared.api.ProblemException;

/**
 * Says what is wrong with a condition to callers of the API: in English, whatever the
 * console speaks, with a pointer to the place.
 */
@Component
class AudienceFaults {

	private final ConditionMessages words;

	AudienceFaults(ConditionMessages words) {
		this.words = words;
	}

	/**
	 * @param within the pointer to the condition itself
	 */
	List<ProblemException.Fault> of(InvalidConditionException bad, String within) {
		return bad.faults()
			.stream()
			.map((fault) -> new ProblemException.Fault(within + fault.pointer(),
					this.words.fault(fault, Locale.ENGLISH)))
			.toList();
	}

}
