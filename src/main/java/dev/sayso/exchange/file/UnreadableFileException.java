package dev.sayso.exchange.file;

/**
 * Says in one sentence why a file is no list of people.
 */
public class UnreadableFileException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	/**
	 * A refusal.
	 * @param code message key of the sentence
	 */
	public UnreadableFileException(String code) {
		super(code);
		this.code = code;
	}

	public String code() {
		return this.code;
	}

}
