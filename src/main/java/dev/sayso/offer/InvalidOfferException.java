package dev.sayso.offer;

import java.util.Map;

/**
 * An offer is not saved, since something is wrong with it.
 */
public class InvalidOfferException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Map<String, OfferFault> wrongs;

	InvalidOfferException(Map<String, OfferFault> wrongs) {
		super("not an offer: " + wrongs.keySet());
		this.wrongs = wrongs;
	}

	/**
	 * By name of part.
	 */
	Map<String, OfferFault> wrongs() {
		return this.wrongs;
	}

}
