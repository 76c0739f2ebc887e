package dev.sayso.offer;

import java.util.Map;

/**
 * An offer is not saved, since something is wrong with it.
 */
public class BadOffer extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Map<String, Wrong> wrongs;

	BadOffer(Map<String, Wrong> wrongs) {
		super("not an offer: " + wrongs.keySet());
		this.wrongs = wrongs;
	}

	/**
	 * By name of part.
	 */
	Map<String, Wrong> wrongs() {
		return this.wrongs;
	}

}
