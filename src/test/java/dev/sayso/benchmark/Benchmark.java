package dev.sayso.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import dev.sayso.Postgres;
import dev.sayso.RunningProduct;

/**
 * Takes the product's figures, each against a limit taken in the same run; how to run it
 * and what it gave is written beside it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Benchmark {

	private static final int PEOPLE = Integer.getInteger("benchmark.people", 2_000);

	private static final int RUNS = Integer.getInteger("benchmark.runs", 7);

	private static final int CONNECTIONS = 16;

	private static final String PAGE = "preferences";

	private static final String BOX = "channel.email";

	@TempDir
	Path folder;

	@Test
	@Order(1)
	void onPostgres() throws Exception {
		String database = Postgres.freshDatabase();
		try (RunningProduct product = Machines.product(RunningProduct.onPostgres(this.folder, database)).start();
				RunningProduct bare = Machines.bare(this.folder.resolve("bare"), Postgres.freshDatabase(), "postgres")
					.start()) {
			Crowd crowd = new Crowd(product.uri(""), PEOPLE, PAGE);
			new Load(product.uri(""), CONNECTIONS).send(crowd.submissions(BOX), 303);
			Rows.count(database, () -> new Load(product.uri(""), CONNECTIONS).send(crowd.submissions(BOX), 303),
					PEOPLE);
			submissions("PostgreSQL", product, bare, crowd);
			patches(product, bare, crowd);
			pages(product, bare, crowd);
			generalTab(product);
			Report.line("memory under that load (RSS)", Machines.residentMegabytes(product.pid()) + " MB", "", "",
					"≤ 400 MB");
		}
	}

	@Test
	@Order(2)
	void onTheEmbeddedStore() {
		String store = "jdbc:h2:retry:durable:" + this.folder.resolve("bare/bare")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;DB_CLOSE_DELAY=-1";
		try (RunningProduct product = Machines.product(RunningProduct.embedded(this.folder)).start();
				RunningProduct bare = Machines.bare(this.folder.resolve("bare"), store, "sa").start()) {
			submissions("H2", product, bare, new Crowd(product.uri(""), PEOPLE, PAGE));
		}
	}

	@Test
	@Order(3)
	void start() {
		double[] product = new double[RUNS];
		double[] bare = new double[RUNS];
		for (int run = -1; run < RUNS; run++) {
			double one = Machines.secondsToStart(Machines.idle(this.folder.resolve("product")));
			double other = Machines.secondsToStart(Machines.idleBare(this.folder.resolve("bare")));
			if (run >= 0) {
				product[run] = one;
				bare[run] = other;
			}
		}
		double ratio = Figures.middle(product) / Figures.middle(bare);
		Report.line("start", "%.2f s".formatted(Figures.middle(product)), "%.2f s".formatted(Figures.middle(bare)),
				"%.2f times".formatted(ratio), "≤ 1.3 times");
	}

	/**
	 * Whoever restarts it wants to know how soon it bears its load again.
	 */
	@Test
	@Order(4)
	void firstTenSeconds() {
		List<Wire.Request> pages = IntStream.range(0, 100).mapToObj((any) -> Wire.Request.get("/p/" + PAGE)).toList();
		List<Wire.Request> links = IntStream.range(0, 100)
			.mapToObj((any) -> Wire.Request.get("/bare?links=10"))
			.toList();
		String store = "jdbc:h2:retry:durable:" + this.folder.resolve("bare/cold")
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1";
		try (RunningProduct product = Machines.product(RunningProduct.embedded(this.folder.resolve("cold")))) {
			try (RunningProduct bare = Machines.bare(this.folder.resolve("cold"), store, "sa")) {
				Report.line("public page in the first ten seconds after a start",
						"%.0f/s".formatted(perSecond(product.start(), pages)),
						"%.0f/s".formatted(perSecond(bare.start(), links)), "", "");
			}
		}
	}

	private static double perSecond(RunningProduct started, List<Wire.Request> requests) {
		long begin = System.nanoTime();
		long answers = 0;
		while (System.nanoTime() - begin < 10_000_000_000L) {
			new Load(started.uri(""), CONNECTIONS).send(requests, 200);
			answers += requests.size();
		}
		return answers * 1e9 / (System.nanoTime() - begin);
	}

	private static void submissions(String store, RunningProduct product, RunningProduct bare, Crowd crowd) {
		List<Wire.Request> rows = IntStream.range(0, PEOPLE)
			.mapToObj((person) -> Wire.Request.form("/bare",
					"person=" + person + "&inserts=" + Rows.inserts() + "&updates=" + Rows.updates()))
			.toList();
		compare("submission on " + store + " (" + Rows.inserts() + " rows in, " + Rows.updates() + " changed)", true,
				() -> new Load(product.uri(""), CONNECTIONS).send(crowd.submissions(BOX), 303),
				() -> new Load(bare.uri(""), CONNECTIONS).send(rows, 303));
	}

	/**
	 * A no of which nothing but the ledger's entry is new.
	 */
	private static void patches(RunningProduct product, RunningProduct bare, Crowd crowd) {
		new Load(product.uri(""), CONNECTIONS).send(crowd.patches(), 200);
		List<Wire.Request> rows = IntStream.range(0, PEOPLE)
			.mapToObj((person) -> Wire.Request.form("/bare", "person=" + person + "&inserts=1&updates=2"))
			.toList();
		compare("PATCH of consents on PostgreSQL (1 row in, 2 changed)", true,
				() -> new Load(product.uri(""), CONNECTIONS).send(crowd.patches(), 200),
				() -> new Load(bare.uri(""), CONNECTIONS).send(rows, 303));
	}

	private static void pages(RunningProduct product, RunningProduct bare, Crowd crowd) {
		compare("personal page", product, bare, crowd.openings());
		compare("public page", product, bare,
				IntStream.range(0, PEOPLE).mapToObj((any) -> Wire.Request.get("/p/" + PAGE)).toList());
	}

	private static void compare(String what, RunningProduct product, RunningProduct bare, List<Wire.Request> page) {
		int size = Machines.size(product.uri(""), page.get(0));
		Wire.Request asLong = Machines.barePage(bare.uri(""), size);
		compare(what + " (" + size + " bytes)", false, () -> new Load(product.uri(""), CONNECTIONS).send(page, 200),
				() -> new Load(bare.uri(""), CONNECTIONS).send(page.stream().map((any) -> asLong).toList(), 200));
	}

	private static void compare(String what, boolean times, Supplier<Figures> product, Supplier<Figures> bare) {
		Turns turns = Turns.take(RUNS, product, bare);
		Report.against(what, turns.product(), turns.bare(), times);
	}

	private static void generalTab(RunningProduct product) {
		URI address = product.uri("");
		Wire.Request tab = Machines.signedIn(address, "/profiles/" + Machines.idOf(address, "externalId:demo-1"));
		List<Figures> runs = new ArrayList<>();
		for (int run = -3; run < RUNS; run++) {
			Figures one = new Load(address, 1).send(IntStream.range(0, 300).mapToObj((any) -> tab).toList(), 200);
			if (run >= 0) {
				runs.add(one);
			}
		}
		Report.line("General tab, one operator", Figures.median(runs).toString(), "", "", "p50 ≤ 15 ms");
	}

}
