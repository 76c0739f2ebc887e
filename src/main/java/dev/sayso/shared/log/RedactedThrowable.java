package dev.sayso.shared.log;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import org.jspecify.annotations.Nullable;

import dev.sayso.shared.StartupException;

/**
 * An exception as the log may have it: without its message, which repeats what people
 * typed and what the store holds. What keeps the product from starting keeps its own; of
 * a database's error there is its state and code.
 */
record RedactedThrowable(IThrowableProxy thrown) implements IThrowableProxy {

	private static final List<String> HARMLESS = List.of("org.springframework.beans.factory.",
			"org.springframework.boot.", "org.flywaydb.", "java.net.BindException", "java.net.ConnectException",
			StartupException.class.getName());

	static boolean isHarmless(IThrowableProxy thrown) {
		return HARMLESS.stream().anyMatch(thrown.getClassName()::startsWith);
	}

	@Override
	public @Nullable String getMessage() {
		if (isHarmless(this.thrown)) {
			return this.thrown.getMessage();
		}
		return (this.thrown instanceof ThrowableProxy proxy && proxy.getThrowable() instanceof SQLException failure)
				? "SQL state " + failure.getSQLState() + ", code " + failure.getErrorCode() : "message left out";
	}

	@Override
	public String getClassName() {
		return this.thrown.getClassName();
	}

	@Override
	public StackTraceElementProxy[] getStackTraceElementProxyArray() {
		return this.thrown.getStackTraceElementProxyArray();
	}

	@Override
	public int getCommonFrames() {
		return this.thrown.getCommonFrames();
	}

	@Override
	public @Nullable IThrowableProxy getCause() {
		IThrowableProxy cause = this.thrown.getCause();
		return (cause != null) ? new RedactedThrowable(cause) : null;
	}

	@Override
	public IThrowableProxy[] getSuppressed() {
		return Stream.of(this.thrown.getSuppressed()).map(RedactedThrowable::new).toArray(IThrowableProxy[]::new);
	}

	@Override
	public boolean isCyclic() {
		return this.thrown.isCyclic();
	}

}
