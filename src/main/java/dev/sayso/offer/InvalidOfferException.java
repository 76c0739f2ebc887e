package dev.sayso.offer;

import java.util.Map;

/**
 * An offer is not saved, since something is wrong with it.
 */
public class InvalidOfferException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	InvalidOfferException(Map<String, OfferFault> faults) {
		super("not an offer: " + faults.keySet());
	}

}
