package dev.sayso.condition;

import java.util.List;

/**
 * A condition that cannot be asked, and everything that is wrong with it.
 */
public class BadCondition extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Fault> faults;

	public BadCondition(List<Fault> faults) {
		super(faults.size() + " faults in a condition");
		this.faults = List.copyOf(faults);
	}

	public List<Fault> faults() {
		return this.faults;
	}

}
