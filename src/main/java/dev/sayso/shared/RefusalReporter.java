package dev.sayso.shared;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Prints the sentence of a {@link Refusal}, or of a store that is in use, instead of a
 * stack trace.
 */
class RefusalReporter implements SpringBootExceptionReporter {

	RefusalReporter(ConfigurableApplicationContext context) {
	}

	@Override
	public boolean reportException(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof Refusal) {
				return say(cause.getMessage());
			}
			if (cause instanceof java.sql.SQLException sql && sql.getErrorCode() == 90020) {
				return say(
						"The store is in use by another Sayso: stop that one first, or name another folder in SAYSO_DATA.");
			}
		}
		return false;
	}

	private static boolean say(String sentence) {
		System.err.println(sentence);
		return true;
	}

}
