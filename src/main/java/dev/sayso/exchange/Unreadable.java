package dev.sayso.exchange;

/**
 * Says in one sentence why a file is no list of people.
 */
class Unreadable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	/**
	 * A refusal.
	 * @param code message key of the sentence
	 */
	Unreadable(String code) {
		super(code);
		this.code = code;
	}

	String code() {
		return this.code;
	}

}
