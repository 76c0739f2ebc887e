package dev.sayso.offer.text;

import java.util.List;

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
