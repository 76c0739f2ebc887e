package dev.sayso.shared.log;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Pattern;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;

/**
 * Writes lines into the log without the messages of the exceptions they tell of, which
 * libraries like to repeat.
 */
public class RedactedMessage extends MessageConverter {

	/** How Tomcat tells of an exception whose cause it prints. */
	private static final Pattern REPEATED = Pattern.compile("(threw exception) \\[.*\\]", Pattern.DOTALL);

	/** Shorter ones would be found in words that have nothing to do with them. */
	private static final int SHORTEST = 3;

	@Override
	public String convert(ILoggingEvent event) {
		String text = super.convert(event);
		if (event.getThrowableProxy() == null) {
			return text;
		}
		Deque<IThrowableProxy> open = new ArrayDeque<>();
		open.add(event.getThrowableProxy());
		while (!open.isEmpty()) {
			IThrowableProxy thrown = open.remove();
			String said = thrown.getMessage();
			if (said != null && said.length() >= SHORTEST && !RedactedThrowable.isHarmless(thrown)) {
				text = text.replace(said, "…");
			}
			open.addAll(Arrays.asList(thrown.getSuppressed()));
			if (thrown.getCause() != null) {
				open.add(thrown.getCause());
			}
		}
		return REPEATED.matcher(text).replaceAll("$1");
	}

}
