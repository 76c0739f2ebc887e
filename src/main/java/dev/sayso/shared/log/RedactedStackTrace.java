package dev.sayso.shared.log;

import ch.qos.logback.classic.spi.IThrowableProxy;

import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/**
 * Writes stack traces into the log without what people typed.
 */
public class RedactedStackTrace extends ExtendedWhitespaceThrowableProxyConverter {

	@Override
	protected String throwableProxyToString(IThrowableProxy thrown) {
		return super.throwableProxyToString(new RedactedThrowable(thrown));
	}

}
