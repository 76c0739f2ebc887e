package dev.sayso.shared;

/**
 * Says that what somebody edits was changed by someone else since they opened it.
 */
public class StaleEditException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public StaleEditException(String what) {
		super(what);
	}

}
