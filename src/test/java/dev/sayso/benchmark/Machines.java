package dev.sayso.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.sayso.PageForm;
import dev.sayso.RunningProduct;
import dev.sayso.Sayso;

/**
 * The processes that are measured, all with the same options.
 */
final class Machines {

	private static final String[] OPTIONS = { "-Xmx256m", "-XX:+UseSerialGC" };

	/** What would stand between the request and the bare handler. */
	private static final List<String> LEFT_OUT = Stream.of("security.autoconfigure.SecurityAutoConfiguration",
			"security.autoconfigure.UserDetailsServiceAutoConfiguration",
			"security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
			"security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
			"security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
			"session.autoconfigure.SessionAutoConfiguration", "session.jdbc.autoconfigure.JdbcSessionAutoConfiguration")
		.map("org.springframework.boot."::concat)
		.toList();

	private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

	private Machines() {
	}

	/**
	 * The demo.
	 */
	static RunningProduct product(RunningProduct product) {
		return product.launchedBy(launch(RunningProduct.classpath(), Sayso.class)).demo();
	}

	/**
	 * The real thing, with nobody in it.
	 */
	static RunningProduct idle(Path folder) {
		return RunningProduct.embedded(folder).launchedBy(launch(RunningProduct.classpath(), Sayso.class));
	}

	/**
	 * The bare handlers on a store.
	 */
	static RunningProduct bare(Path folder, String store, String user) {
		return RunningProduct.embedded(folder)
			.launchedBy(launch(RunningProduct.testClasspath(), Bare.class))
			.with("--spring.profiles.active=bare", "--bare.people=" + Integer.getInteger("benchmark.people", 2_000),
					"--spring.datasource.url=" + store, "--spring.datasource.username=" + user,
					"--spring.datasource.password=" + (user.equals("sa") ? "" : user), "--spring.flyway.enabled=false",
					"--spring.autoconfigure.exclude=" + String.join(",", LEFT_OUT));
	}

	/**
	 * The demo, with room for many more people.
	 */
	static RunningProduct large(RunningProduct product) {
		return product.launchedBy("-Xmx512m", OPTIONS[1], "-cp", RunningProduct.classpath(), Sayso.class.getName())
			.demo();
	}

	/**
	 * The bare handlers on the store of a product.
	 */
	static RunningProduct bareOn(Path folder, String database) {
		return RunningProduct.embedded(folder)
			.launchedBy("-Xmx512m", OPTIONS[1], "-cp", RunningProduct.testClasspath(), Bare.class.getName())
			.with("--spring.profiles.active=bare", "--spring.datasource.url=" + database,
					"--spring.datasource.username=postgres", "--spring.datasource.password=postgres",
					"--spring.flyway.enabled=false", "--spring.autoconfigure.exclude=" + String.join(",", LEFT_OUT));
	}

	/**
	 * The same starters, with nothing to do.
	 */
	static RunningProduct idleBare(Path folder) {
		return RunningProduct.embedded(folder)
			.launchedBy(launch(RunningProduct.testClasspath(), Bare.class))
			.with("--spring.datasource.url=jdbc:h2:retry:durable:" + folder.resolve("bare")
					+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1");
	}

	static double secondsToStart(RunningProduct product) {
		long start = System.nanoTime();
		try (product) {
			product.start();
			return (System.nanoTime() - start) / 1e9;
		}
	}

	/**
	 * What the process holds of the machine's memory.
	 */
	static long residentMegabytes(long pid) {
		try {
			Matcher told = Pattern.compile("VmHWM:\\s+(\\d+) kB")
				.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
			return told.find() ? Long.parseLong(told.group(1)) / 1024 : -1;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static int size(URI address, Wire.Request page) {
		try (Wire wire = new Wire(address)) {
			return wire.send(page).content().length;
		}
	}

	/**
	 * The bare page that is as long as another.
	 */
	static Wire.Request barePage(URI address, int size) {
		int none = size(address, Wire.Request.get("/bare?links=0"));
		int hundred = size(address, Wire.Request.get("/bare?links=100"));
		return Wire.Request.get("/bare?links=" + Math.round((size - none) * 100.0 / (hundred - none)));
	}

	static String idOf(URI address, String reference) {
		try (Wire wire = new Wire(address)) {
			Wire.Request request = Wire.Request.get("/api/v1/profiles/" + reference)
				.with("Authorization", "Bearer sayso-demo-token");
			Matcher id = ID.matcher(wire.send(request).body());
			if (!id.find()) {
				throw new IllegalStateException(reference + " is not there");
			}
			return id.group(1);
		}
	}

	/**
	 * A request of an operator who has signed in.
	 */
	static Wire.Request signedIn(URI address, String path) {
		try (Wire wire = new Wire(address)) {
			Wire.Answer form = wire.send(Wire.Request.get("/login"));
			String token = new PageForm(form.body()).value("_csrf").orElseThrow();
			Wire.Answer signedIn = wire
				.send(Wire.Request.form("/login", "username=operator&password=sayso-demo&_csrf=" + token)
					.with("Cookie", cookie(form)));
			return Wire.Request.get(path).with("Cookie", cookie(signedIn));
		}
	}

	private static String cookie(Wire.Answer answer) {
		return answer.headers()
			.getOrDefault("set-cookie", "")
			.lines()
			.map((cookie) -> cookie.split(";")[0])
			.filter((cookie) -> !cookie.endsWith("="))
			.collect(Collectors.joining("; "));
	}

	private static String[] launch(String classpath, Class<?> main) {
		return new String[] { OPTIONS[0], OPTIONS[1], "-cp", classpath, main.getName() };
	}

}
