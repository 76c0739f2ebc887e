package dev.sayso.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.sayso.Postgres;
import dev.sayso.RunningProduct;
import dev.sayso.Sayso;

/**
 * Takes the figures of audiences: one person, how many, and all of them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AudienceFigures {

	private static final int PEOPLE = Integer.getInteger("benchmark.profiles", 1_000_000);

	private static final int RUNS = Integer.getInteger("benchmark.runs", 7);

	private static final String AUDIENCE = "five-comparisons";

	@TempDir
	Path folder;

	@Test
	@Order(1)
	void onPostgres() throws Exception {
		String database = Postgres.freshDatabase();
		try (RunningProduct product = Machines.large(RunningProduct.onPostgres(this.folder, database)).start();
				ConfigurableApplicationContext here = here("--sayso.db.url=" + database, "--sayso.db.user=postgres",
						"--sayso.db.password=postgres", "--sayso.secret-key=a-key-that-only-tests-use",
						"--sayso.data=" + this.folder.resolve("here"), "--spring.profiles.active=demo")) {
			JdbcTemplate store = here.getBean(JdbcTemplate.class);
			Population.lay(store, PEOPLE, true);
			new InMemory(here).take(RUNS);
			new Sizes(here, "PostgreSQL", PEOPLE).take(RUNS);
			addAudience(store);
			try (RunningProduct bare = Machines.bareOn(this.folder.resolve("bare"), database).start()) {
				members(product, bare, "text/csv");
				members(product, bare, "application/x-ndjson");
			}
			Report.line("memory after that (RSS)", Machines.residentMegabytes(product.pid()) + " MB", "", "", "");
		}
	}

	@Test
	@Order(2)
	void onTheEmbeddedStore() {
		int people = PEOPLE / 10;
		try (ConfigurableApplicationContext here = here("--sayso.data=" + this.folder)) {
			Population.lay(here.getBean(JdbcTemplate.class), people, false);
			new Sizes(here, "H2", people).take(RUNS);
		}
	}

	/**
	 * The product within this process, to be asked without a network.
	 */
	static ConfigurableApplicationContext here(String... store) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--sayso.admin-password=sayso-test"));
		arguments.addAll(List.of(store));
		return new SpringApplicationBuilder(Sayso.class).run(arguments.toArray(String[]::new));
	}

	static void addAudience(JdbcTemplate store) {
		store.update(
				"""
						insert into audience (id, version, slug, name, description, condition, created_at, changed_at, changed_by)
						values (?, 0, ?, 'Five comparisons', '', ?, current_timestamp, current_timestamp, 'Sayso')""",
				UUID.randomUUID(), AUDIENCE, ByHand.CONDITION);
	}

	private static void members(RunningProduct product, RunningProduct bare, String form) throws IOException {
		Members ours = new Members(product.uri(""), "/api/v1/audiences/" + AUDIENCE + "/members", form);
		Members theirs = new Members(bare.uri(""), "/bare/members", form);
		List<Members.Taken> taken = new ArrayList<>();
		List<Members.Taken> bareTaken = new ArrayList<>();
		for (int run = -1; run < RUNS; run++) {
			Members.Taken one = ours.take();
			Members.Taken other = theirs.take();
			if (run >= 0) {
				taken.add(one);
				bareTaken.add(other);
			}
		}
		Members.Taken one = Members.Taken.median(taken);
		Members.Taken other = Members.Taken.median(bareTaken);
		Report.line("members as " + form + " (" + one.rows() + " of " + PEOPLE + ")", one.toString(), other.toString(),
				Report.percent(one.perSecond() / other.perSecond()), "≥ 40 %");
	}

}
