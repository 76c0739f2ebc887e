package dev.sayso.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.sayso.Postgres;
import dev.sayso.RunningProduct;

/**
 * Takes the figures of decisions for everybody at once.
 */
class DecisionFigures {

	private static final int PEOPLE = Integer.getInteger("benchmark.profiles", 1_000_000);

	private static final int RUNS = Integer.getInteger("benchmark.runs", 3);

	private static final String BATCH = """
			{"scopes":[{"decision":"home-hero"}],"dryRun":true}""";

	@TempDir
	Path folder;

	@Test
	void batches() throws Exception {
		String database = Postgres.freshDatabase();
		try (RunningProduct product = Machines.large(RunningProduct.onPostgres(this.folder, database)).start()) {
			Population.lay(new JdbcTemplate(new DriverManagerDataSource(database, "postgres", "postgres")), PEOPLE,
					true);
			for (String form : List.of("application/x-ndjson", "text/csv")) {
				List<Members.Taken> taken = new ArrayList<>();
				for (int run = 0; run < RUNS; run++) {
					taken.add(take(product, form));
				}
				Members.Taken one = Members.Taken.median(taken);
				Report.line(String.format(Locale.ROOT, "batch over %,d profiles as a dry run, %s", one.rows(), form),
						String.format(Locale.ROOT, "%.1f s, %s", one.seconds(), one), "", "",
						String.format(Locale.ROOT, "≤ %.0f s", PEOPLE * 60 / 1e6));
			}
			Report.line("memory after that (RSS)", Machines.residentMegabytes(product.pid()) + " MB", "", "", "");
		}
	}

	private static Members.Taken take(RunningProduct product, String form) throws IOException {
		long begun = System.nanoTime();
		HttpURLConnection connection = (HttpURLConnection) product.uri("")
			.resolve("/api/v1/decision-batches")
			.toURL()
			.openConnection();
		connection.setRequestProperty("Accept", form);
		connection.setRequestProperty("Content-Type", "application/json");
		connection.setRequestProperty("Authorization", "Bearer sayso-demo-token");
		connection.setDoOutput(true);
		try (OutputStream out = connection.getOutputStream()) {
			out.write(BATCH.getBytes(StandardCharsets.UTF_8));
		}
		try (InputStream in = connection.getInputStream()) {
			return Members.Taken.count(in, begun);
		}
	}

}
