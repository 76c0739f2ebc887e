package dev.sayso.shared;

/**
 * Says that what somebody edits was changed by someone else since they opened it.
 */
public class StaleEdit extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public StaleEdit(String what) {
		super(what);
	}

}
