package dev.sayso.shared;

/**
 * Thrown when Sayso cannot start; its message is one sentence for the person at the
 * terminal.
 */
public class StartupException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public StartupException(String message) {
		super(message);
	}

}
