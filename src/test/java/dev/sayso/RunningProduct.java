package dev.sayso;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The product as a process of its own, which can be killed and started again as a real
 * deployment can.
 */
public final class RunningProduct implements AutoCloseable {

	private static final Pattern ADDRESS = Pattern.compile("^Sayso.* at (http://\\S+?)/?(?: .*)?$", Pattern.MULTILINE);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final String LOCAL = "--server.address=127.0.0.1";

	private final Map<String, String> environment = new LinkedHashMap<>();

	private final List<String> arguments = new ArrayList<>(List.of("--server.port=0", LOCAL));

	private List<String> launcher = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx400m", "-cp",
			classpath(), Sayso.class.getName());

	private final Path log;

	private @Nullable Process process;

	private @Nullable URI address;

	private RunningProduct(Path folder) {
		this.log = folder.resolve("sayso.log");
		this.environment.put("SAYSO_SECRET_KEY", "a-key-that-only-tests-use");
		this.environment.put("SAYSO_ADMIN_PASSWORD", "sayso-test");
	}

	/**
	 * The product on the embedded store in this folder.
	 */
	public static RunningProduct embedded(Path folder) {
		RunningProduct product = new RunningProduct(folder);
		product.environment.put("SAYSO_DATA", folder.toString());
		return product;
	}

	/**
	 * The product on a database of {@link Postgres}.
	 */
	public static RunningProduct onPostgres(Path folder, String database) {
		RunningProduct product = embedded(folder);
		product.environment.put("SAYSO_DB_URL", database);
		product.environment.put("SAYSO_DB_USER", "postgres");
		product.environment.put("SAYSO_DB_PASSWORD", "postgres");
		return product;
	}

	/**
	 * With the demo's people, accounts and token.
	 */
	public RunningProduct demo() {
		this.arguments.add("--spring.profiles.active=demo");
		return this;
	}

	/**
	 * Started otherwise than from the classes at hand, such as from the built archive.
	 */
	public RunningProduct launchedBy(String... options) {
		this.launcher = List.of(options);
		return this;
	}

	/** Reached from outside as well. */
	RunningProduct onAllInterfaces() {
		this.arguments.remove(LOCAL);
		return this;
	}

	public RunningProduct environment(String name, String value) {
		this.environment.put(name, value);
		return this;
	}

	public RunningProduct with(String... more) {
		this.arguments.addAll(List.of(more));
		return this;
	}

	/**
	 * Starts it and waits until it says where it is and that it is well.
	 */
	public RunningProduct start() {
		try {
			Files.createDirectories(this.log.toAbsolutePath().getParent());
			List<String> command = new ArrayList<>();
			command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
			command.addAll(this.launcher);
			command.addAll(this.arguments);
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(this.log.toFile());
			builder.environment().putAll(this.environment);
			this.process = builder.start();
			this.address = awaitAddress(this.process);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Ends it as a crash does, in the middle of whatever it is doing.
	 */
	public void kill() {
		await(process().destroyForcibly());
	}

	/**
	 * Asks it to stop, and waits until it has.
	 */
	public void stop() {
		Process running = process();
		running.destroy();
		await(running);
	}

	public URI uri(String path) {
		if (this.address == null) {
			throw new IllegalStateException("not started");
		}
		return URI.create(this.address + path);
	}

	public long pid() {
		return process().pid();
	}

	/**
	 * What it has printed since it was started last.
	 */
	public String output() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		if (this.process != null && this.process.isAlive()) {
			stop();
		}
	}

	private URI awaitAddress(Process running) {
		Instant end = Instant.now().plus(PATIENCE);
		while (running.isAlive() && Instant.now().isBefore(end)) {
			Matcher told = ADDRESS.matcher(output());
			if (told.find()) {
				return URI.create(told.group(1).replace("localhost", "127.0.0.1"));
			}
			pause();
		}
		running.destroyForcibly();
		throw new IllegalStateException("Sayso did not start:\n" + output());
	}

	private static void await(Process running) {
		try {
			if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				running.destroyForcibly();
				throw new IllegalStateException("Sayso did not stop");
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(10);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Process process() {
		if (this.process == null) {
			throw new IllegalStateException("not started");
		}
		return this.process;
	}

	/**
	 * The classes of the product and what they need, without those of the tests.
	 */
	public static String classpath() {
		return Arrays.stream(testClasspath().split(File.pathSeparator))
			.filter((entry) -> !entry.replace('\\', '/').contains("/test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	public static String testClasspath() {
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	}

}
