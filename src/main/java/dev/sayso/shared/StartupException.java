package dev.sayso.shared;

/**
 * Says in one sentence why Sayso does not start, for the person at the terminal.
 */
public class StartupException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public StartupException(String sentence) {
		super(sentence);
	}

}
