package dev.sayso.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.sayso.Postgres;
import dev.sayso.RunningProduct;

/**
 * Takes the figures of decisions over HTTP, beside a handler that reads the same rows in
 * one query and answers as much.
 */
class ServingFigures {

	private static final int RUNS = Integer.getInteger("benchmark.runs", 7);

	private static final int REQUESTS = 6_000;

	private static final int CONNECTIONS = 16;

	@TempDir
	Path folder;

	@Test
	void onPostgres() throws Exception {
		String database = Postgres.freshDatabase();
		try (RunningProduct product = Machines.large(RunningProduct.onPostgres(this.folder, database)).start();
				RunningProduct bare = Machines.bareOn(this.folder.resolve("bare"), database).start()) {
			measure("decision over HTTP on PostgreSQL", product, bare,
					(person) -> decision("/api/v1/decisions", person));
			measure("profile by the API on PostgreSQL", product, bare, ServingFigures::profile);
			Report.line("memory after that (RSS)", Machines.residentMegabytes(product.pid()) + " MB", "", "", "");
		}
	}

	/**
	 * Against a bare read of the same person that answers as much.
	 */
	private static void measure(String what, RunningProduct product, RunningProduct bare,
			IntFunction<Wire.Request> request) {
		List<Wire.Request> requests = requests(request);
		int size = Machines.size(product.uri(""), requests.get(0));
		List<Wire.Request> rows = requests((person) -> decision("/bare/decisions?size=" + size, person));
		Turns turns = Turns.take(RUNS, () -> new Load(product.uri(""), CONNECTIONS).send(requests, 200),
				() -> new Load(bare.uri(""), CONNECTIONS).send(rows, 200));
		Report.against(what + " (" + size + " bytes)", turns.product(), turns.bare(), 70);
	}

	private static List<Wire.Request> requests(IntFunction<Wire.Request> request) {
		return IntStream.range(0, REQUESTS).mapToObj((number) -> request.apply(1 + number % 500)).toList();
	}

	private static Wire.Request profile(int person) {
		return new Wire.Request("GET", "/api/v1/profiles/externalId:demo-" + person,
				Map.of("Authorization", "Bearer sayso-demo-token"), "");
	}

	private static Wire.Request decision(String path, int person) {
		return new Wire.Request("POST", path,
				Map.of("Authorization", "Bearer sayso-demo-token", "Content-Type", "application/json"),
				"{\"profile\":\"externalId:demo-" + person
						+ "\",\"scopes\":[{\"decision\":\"home-hero\",\"placement\":\"web-hero\"}]}");
	}

}
