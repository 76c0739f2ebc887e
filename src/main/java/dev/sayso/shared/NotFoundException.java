package dev.sayso.shared;

/**
 * Says that what a URL names is not there (or not for this visitor): one answer for both.
 */
public class NotFoundException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotFoundException(String what) {
		super(what);
	}

}
