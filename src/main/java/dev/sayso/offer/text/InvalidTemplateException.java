package dev.sayso.offer.text;

import java.util.List;

/**
 * A text that cannot be filled, and everything that is wrong with it.
 */
public class InvalidTemplateException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<TextFault> faults;

	InvalidTemplateException(List<TextFault> faults) {
		super(faults.size() + " faults in a text");
		this.faults = List.copyOf(faults);
	}

	public List<TextFault> faults() {
		return this.faults;
	}

}
