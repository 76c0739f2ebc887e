package dev.sayso.offer;

import java.util.Map;

/**
 * Says what is wrong with an offer that was to be saved or approved.
 */
public class InvalidOfferException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Map<String, OfferFault> faults;

	InvalidOfferException(Map<String, OfferFault> faults) {
		super("not an offer: " + faults.keySet());
		this.faults = faults;
	}

	/** What is wrong, by the part it is wrong in. */
	public Map<String, OfferFault> faults() {
		return this.faults;
	}

}
