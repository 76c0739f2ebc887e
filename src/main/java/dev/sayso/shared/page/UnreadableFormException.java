package dev.sayso.shared.page;

/**
 * A form holds a value that its page did not offer.
 */
class UnreadableFormException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnreadableFormException(Throwable cause) {
		super("a value that no page offers", cause);
	}

}
