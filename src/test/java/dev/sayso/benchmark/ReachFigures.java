package dev.sayso.benchmark;

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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the figures of who would get what of a draft: how soon the first stands there,
 * how soon its people do, and how long the exact one takes behind it.
 */
class ReachFigures {

	private static final int PEOPLE = Integer.getInteger("benchmark.profiles", 1_000_000);

	private static final int RUNS = Integer.getInteger("benchmark.runs", 5);

	private static final String REACH = "/decisions/home-hero/draft/reach";

	@TempDir
	Path folder;

	@Test
	void reach() throws Exception {
		String database = Postgres.freshDatabase();
		try (RunningProduct product = Machines.large(RunningProduct.onPostgres(this.folder, database)).start()) {
			Population.lay(new JdbcTemplate(new DriverManagerDataSource(database, "postgres", "postgres")), PEOPLE,
					true);
			Wire.Request panel = Machines.signedIn(product.uri(""), REACH).with("HX-Request", "true");
			Wire.Request people = Machines.signedIn(product.uri(""), REACH + "/people?gets=:fallback");
			Wire.Request exact = Machines.signedIn(product.uri(""), REACH + "/exact");
			long begun = System.nanoTime();
			try (Wire wire = new Wire(product.uri(""))) {
				Report.line(String.format(Locale.ROOT, "first figure of %,d people, cold", PEOPLE),
						seconds(seconds(wire, panel, "≈")), "", "", "");
				Report.line("the same, while the exact one is counted", seconds(median(wire, panel, "")), "", "",
						"≤ 1 s");
				while (wire.send(exact).body().contains("delay:")) {
					Thread.onSpinWait();
					wire.send(Wire.Request.get("/actuator/health"));
				}
				Report.line("exact figure", seconds((System.nanoTime() - begun) / 1e9), "", "", "");
				Report.line("panel with it", seconds(median(wire, panel, "")), "", "", "");
				Report.line("list of people, of the sample", seconds(median(wire, people, "sample")), "", "", "≤ 1 s");
			}
			Report.line("memory after that (RSS)", Machines.residentMegabytes(product.pid()) + " MB", "", "", "");
		}
	}

	private static double median(Wire wire, Wire.Request page, String has) {
		List<Double> taken = new ArrayList<>();
		for (int run = 0; run < RUNS; run++) {
			taken.add(seconds(wire, page, has));
		}
		return taken.stream().sorted().toList().get(RUNS / 2);
	}

	private static double seconds(Wire wire, Wire.Request page, String has) {
		long begun = System.nanoTime();
		assertThat(wire.send(page).body()).contains(has);
		return (System.nanoTime() - begun) / 1e9;
	}

	private static String seconds(double taken) {
		return String.format(Locale.ROOT, "%.2f s", taken);
	}

}
