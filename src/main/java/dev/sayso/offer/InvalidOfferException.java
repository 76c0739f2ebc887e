package dev.sayso.offer;

import java.util.Map;

public class InvalidOfferException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	InvalidOfferException(Map<String, OfferFault> faults) {
		super("not an offer: " + faults.keySet());
	}

}
