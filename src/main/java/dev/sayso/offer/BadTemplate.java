package dev.sayso.offer;

import java.util.List;

/**
 * A text that cannot be filled, and everything that is wrong with it.
 */
public class BadTemplate extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<TextFault> faults;

	BadTemplate(List<TextFault> faults) {
		super(faults.size() + " faults in a text");
		this.faults = List.copyOf(faults);
	}

	public List<TextFault> faults() {
		return this.faults;
	}

}
