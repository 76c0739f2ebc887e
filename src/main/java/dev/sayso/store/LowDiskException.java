package dev.sayso.store;

/**
 * Thrown when something other than a no is to be kept while there is hardly any room: the
 * room that is left is for noes.
 */
public class LowDiskException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** What the API says of it. */
	static final String DETAIL = "There is hardly any room left to keep anything: noes are taken, nothing else.";

	public LowDiskException() {
		super(DETAIL, null, false, false);
	}

	/** The sentence for the API. */
	public String detail() {
		return DETAIL;
	}

}
