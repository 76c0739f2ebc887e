package dev.sayso.store;

/**
 * Says that somebody would let go live what they changed last themself.
 */
public class FourEyesException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public FourEyesException(String editor) {
		super("changed last by " + editor);
	}

}
