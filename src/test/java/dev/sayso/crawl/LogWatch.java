package dev.sayso.crawl;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Listens to what the product writes to its log while it is open.
 */
public final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private LogWatch() {
	}

	public static LogWatch open() {
		bridge();
		LogWatch watch = new LogWatch();
		watch.setContext(watch.root.getLoggerContext());
		watch.start();
		watch.root.addAppender(watch);
		return watch;
	}

	/** Each context that closes takes away what brings the container's lines here. */
	public static void bridge() {
		if (!SLF4JBridgeHandler.isInstalled()) {
			SLF4JBridgeHandler.install();
		}
	}

	@Override
	public void close() {
		this.root.detachAppender(this);
		stop();
	}

	/**
	 * What says that something broke: errors, and whatever carries a stack trace.
	 */
	public List<String> alarms() {
		return this.events.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(Level.ERROR)
					|| event.getLevel().isGreaterOrEqual(Level.WARN) && event.getThrowableProxy() != null)
			.map(LogWatch::line)
			.toList();
	}

	/**
	 * The lines that hold this text.
	 */
	public List<String> linesWith(String text) {
		return this.events.stream().map(LogWatch::line).filter((line) -> line.contains(text)).toList();
	}

	public void forget() {
		this.events.clear();
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.events.add(event);
	}

	private static String line(ILoggingEvent event) {
		StringBuilder line = new StringBuilder(event.getLevel() + " " + event.getLoggerName() + ": ")
			.append(event.getFormattedMessage());
		for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
			line.append(" | ").append(cause.getClassName()).append(": ").append(cause.getMessage());
		}
		return line.toString();
	}

}
