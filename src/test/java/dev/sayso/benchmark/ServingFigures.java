package dev.sayso.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

	/** Runs until the compiler has little left to do on either side. */
	private static final int WARM = 20;

	@TempDir
	Path folder;

	@Test
	void onPostgres() throws Exception {
		String database = Postgres.freshDatabase();
		try (RunningProduct product = Machines.large(RunningProduct.onPostgres(this.folder, database)).start();
				RunningProduct bare = Machines.bareOn(this.folder.resolve("bare"), database).start()) {
			int size;
			try (Wire wire = new Wire(product.uri(""))) {
				size = wire.send(decision("/api/v1/decisions", 1)).content().length;
			}
			List<Wire.Request> decisions = requests("/api/v1/decisions");
			List<Wire.Request> rows = requests("/bare/decisions?size=" + size);
			List<Figures> ours = new ArrayList<>();
			List<Figures> theirs = new ArrayList<>();
			for (int run = -WARM; run < RUNS; run++) {
				Figures one = new Load(product.uri(""), CONNECTIONS).send(decisions, 200);
				Figures other = new Load(bare.uri(""), CONNECTIONS).send(rows, 200);
				if (run >= 0) {
					ours.add(one);
					theirs.add(other);
				}
			}
			Report.against("decision over HTTP on PostgreSQL (" + size + " bytes)", Figures.median(ours),
					Figures.median(theirs), 70);
			Report.line("memory after that (RSS)", Machines.residentMegabytes(product.pid()) + " MB", "", "", "");
		}
	}

	private static List<Wire.Request> requests(String path) {
		return IntStream.range(0, REQUESTS).mapToObj((number) -> decision(path, 1 + number % 500)).toList();
	}

	private static Wire.Request decision(String path, int person) {
		return new Wire.Request("POST", path,
				Map.of("Authorization", "Bearer sayso-demo-token", "Content-Type", "application/json"),
				"{\"profile\":\"externalId:demo-" + person
						+ "\",\"scopes\":[{\"decision\":\"home-hero\",\"placement\":\"web-hero\"}]}");
	}

}
