package dev.sayso.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.sayso.Postgres;
import dev.sayso.RunningProduct;

/**
 * Takes the figures of asking whether people may be contacted: one, a stream of them, and
 * a file of all who may.
 */
class ContactFigures {

	private static final int PEOPLE = Integer.getInteger("benchmark.profiles", 1_000_000);

	private static final int RUNS = Integer.getInteger("benchmark.runs", 7);

	private static final int REQUESTS = Integer.getInteger("benchmark.requests", 6_000);

	private static final int CONNECTIONS = 16;

	@TempDir
	Path folder;

	@Test
	void onPostgres() throws Exception {
		String database = Postgres.freshDatabase();
		try (RunningProduct product = Machines.large(RunningProduct.onPostgres(this.folder, database)).start()) {
			JdbcTemplate store = new JdbcTemplate(new DriverManagerDataSource(database, "postgres", "postgres"));
			Population.lay(store, PEOPLE, true);
			addEverybody(store);
			try (RunningProduct bare = Machines.bareOn(this.folder.resolve("bare"), database).start()) {
				check(product, bare);
				memory("after that", product);
				against("checks as NDJSON", () -> stream(checks(product.uri("")), PEOPLE),
						new Members(bare.uri(""), "/bare/checks", "application/x-ndjson")::take,
						"≥ 50,000/s or ≥ 50 %");
				memory("after that", product);
				against("export of all who may be contacted by e-mail", export(product.uri(""))::take,
						new Members(bare.uri(""), "/bare/contactable", "text/csv")::take, "≥ 40 %");
				memory("after that", product);
			}
		}
	}

	private static void memory(String when, RunningProduct product) {
		Report.line("memory " + when + " (RSS)", Machines.residentMegabytes(product.pid()) + " MB", "", "",
				"flat at -Xmx512m");
	}

	/**
	 * A tenth of the people, in this process and with nothing beside it, so that what got
	 * slower shows.
	 */
	@Test
	void onTheEmbeddedStore() throws IOException {
		int people = PEOPLE / 10;
		try (ConfigurableApplicationContext here = AudienceFigures.here("--sayso.data=" + this.folder,
				"--spring.profiles.active=demo")) {
			JdbcTemplate store = here.getBean(JdbcTemplate.class);
			Population.lay(store, people, false);
			addEverybody(store);
			URI address = URI.create("http://localhost:" + here.getEnvironment().getProperty("local.server.port"));
			List<Wire.Request> requests = requests((person) -> check("/api/v1/contact-checks", person), people);
			List<Figures> checked = IntStream.range(-3, RUNS)
				.mapToObj((run) -> new Load(address, CONNECTIONS).send(requests, 200))
				.skip(3)
				.toList();
			Report.line("check of one profile on H2", Figures.median(checked).toString(), "", "", "");
			alone("checks as NDJSON on H2", () -> stream(checks(address), people));
			alone("export of all who may be contacted by e-mail on H2", export(address)::take);
		}
	}

	private static URI checks(URI product) {
		return product.resolve("/api/v1/contact-checks?channel=email");
	}

	private static Members export(URI product) {
		return new Members(product, "/api/v1/audiences/everybody/members?channel=email&contactable=true", "text/csv");
	}

	private static void addEverybody(JdbcTemplate store) {
		store.update(
				"""
						insert into audience (id, version, slug, name, description, condition, created_at, changed_at, changed_by)
						values (?, 0, 'everybody', 'Everybody', '', '{"all": []}', current_timestamp,
							current_timestamp, 'Sayso')""",
				UUID.randomUUID());
	}

	private static void check(RunningProduct product, RunningProduct bare) {
		List<Wire.Request> ours = requests((person) -> check("/api/v1/contact-checks", person), PEOPLE);
		int size = Machines.size(product.uri(""), ours.get(0));
		List<Wire.Request> theirs = requests((person) -> check("/bare/checks?size=" + size, person), PEOPLE);
		Turns turns = Turns.take(RUNS, () -> new Load(product.uri(""), CONNECTIONS).send(ours, 200),
				() -> new Load(bare.uri(""), CONNECTIONS).send(theirs, 200));
		Report.against("check of one profile on PostgreSQL (" + size + " bytes)", turns.product(), turns.bare(), 70);
	}

	/** Different people, far from each other. */
	private static List<Wire.Request> requests(IntFunction<Wire.Request> request, int people) {
		return IntStream.range(0, REQUESTS)
			.mapToObj((number) -> request.apply(1 + (int) ((number * 7919L) % people)))
			.toList();
	}

	private static Wire.Request check(String path, int person) {
		return new Wire.Request("POST", path,
				Map.of("Authorization", "Bearer sayso-demo-token", "Content-Type", "application/json"),
				"{\"channel\":\"email\",\"profiles\":[\"externalId:L-" + person + "\"]}");
	}

	@FunctionalInterface
	private interface Taking {

		Members.Taken take() throws IOException;

	}

	/** By turns; the first of each is not counted. */
	private static void against(String what, Taking product, Taking bare, String limit) throws IOException {
		List<Members.Taken> ours = new ArrayList<>();
		List<Members.Taken> theirs = new ArrayList<>();
		for (int run = -1; run < RUNS; run++) {
			Members.Taken one = product.take();
			Members.Taken other = bare.take();
			if (run >= 0) {
				ours.add(one);
				theirs.add(other);
			}
		}
		Members.Taken one = Members.Taken.median(ours);
		Members.Taken other = Members.Taken.median(theirs);
		Report.line(what + " (" + one.rows() + " of " + PEOPLE + ")", one.toString(), other.toString(),
				Report.percent(one.perSecond() / other.perSecond()), limit);
	}

	private static void alone(String what, Taking product) throws IOException {
		List<Members.Taken> taken = new ArrayList<>();
		for (int run = -1; run < RUNS; run++) {
			Members.Taken one = product.take();
			if (run >= 0) {
				taken.add(one);
			}
		}
		Members.Taken one = Members.Taken.median(taken);
		Report.line(what + " (" + one.rows() + " rows)", one.toString(), "", "", "");
	}

	/**
	 * Asks for everybody by name, one a line, while the answers are read: over a socket
	 * of its own, since the platform's clients read nothing before all is sent, and as
	 * HTTP/1.0, which knows no chunks, so that each line is an answer.
	 */
	private static Members.Taken stream(URI address, int people) throws IOException {
		long begun = System.nanoTime();
		try (Socket socket = new Socket(address.getHost(), address.getPort())) {
			CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> ask(address, people, socket));
			InputStream in = socket.getInputStream();
			skipHead(in);
			Members.Taken taken = Members.Taken.count(in, begun);
			asking.join();
			if (taken.rows() != people) {
				throw new IllegalStateException(taken.rows() + " answers to " + people + " lines");
			}
			return taken;
		}
	}

	/** Reads up to the empty line, as no part of the answers. */
	private static void skipHead(InputStream in) throws IOException {
		for (int length = 0, next = in.read(); next >= 0 && (next != '\n' || length > 0); next = in.read()) {
			length = (next == '\n') ? 0 : (next == '\r') ? length : length + 1;
		}
	}

	private static void ask(URI address, int people, Socket socket) {
		long length = IntStream.rangeClosed(1, people).mapToLong((person) -> line(person).length()).sum();
		try {
			OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 65_536);
			out.write(("POST " + address.getPath() + "?" + address.getQuery() + " HTTP/1.0\r\nHost: "
					+ address.getAuthority() + "\r\nAuthorization: Bearer sayso-demo-token\r\n"
					+ "Content-Type: application/x-ndjson\r\nContent-Length: " + length + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			for (int person = 1; person <= people; person++) {
				out.write(line(person).getBytes(StandardCharsets.US_ASCII));
			}
			out.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String line(int person) {
		return "{\"profile\":\"externalId:L-" + person + "\"}\n";
	}

}
