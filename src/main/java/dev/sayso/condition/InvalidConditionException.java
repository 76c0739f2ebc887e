package dev.sayso.condition;

import java.util.List;

/**
 * Thrown for a condition that is not valid, with everything that is wrong with it.
 */
public class InvalidConditionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<ConditionFault> faults;

	public InvalidConditionException(List<ConditionFault> faults) {
		super(faults.size() + " faults in a condition");
		this.faults = List.copyOf(faults);
	}

	public List<ConditionFault> faults() {
		return this.faults;
	}

}
