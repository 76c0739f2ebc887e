package dev.sayso.shared;

import java.sql.SQLException;
import java.util.regex.Pattern;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Prints the message of a {@link StartupException}, or of a store that is in use, instead
 * of a stack trace.
 */
class StartupFailureReporter implements SpringBootExceptionReporter {

	/** SQL states of a connection that failed, an invalid login, an unknown database. */
	private static final Pattern UNREACHABLE = Pattern.compile("(08|28|3D)...");

	StartupFailureReporter(ConfigurableApplicationContext context) {
	}

	@Override
	public boolean reportException(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof StartupException) {
				return print(cause.getMessage());
			}
			if (cause instanceof SQLException sql && sql.getErrorCode() == 90020) {
				return print(
						"The store is in use by another Sayso: stop that one first, or name another folder in SAYSO_DATA.");
			}
			if (cause instanceof SQLException sql && UNREACHABLE.matcher(String.valueOf(sql.getSQLState())).matches()) {
				return print("The database that SAYSO_DB_URL names does not let Sayso in: " + sql.getMessage());
			}
		}
		return false;
	}

	private static boolean print(String message) {
		System.err.println(message);
		return true;
	}

}
