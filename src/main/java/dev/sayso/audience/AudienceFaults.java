package dev.sayso.audience;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import dev.sayso.condition.BadCondition;
import dev.sayso.condition.ConditionWords;
import dev.sayso.shared.Problem;

/**
 * Says what is wrong with a condition to callers of the API: in English, whatever the
 * console speaks, with a pointer to the place.
 */
@Component
class AudienceFaults {

	private final ConditionWords words;

	AudienceFaults(ConditionWords words) {
		this.words = words;
	}

	/**
	 * @param within the pointer to the condition itself
	 */
	List<Problem.Fault> of(BadCondition bad, String within) {
		return bad.faults()
			.stream()
			.map((fault) -> new Problem.Fault(within + fault.pointer(), this.words.fault(fault, Locale.ENGLISH)))
			.toList();
	}

}
