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

	/** What one writes, as it was counted on PostgreSQL. */
	private static Rows submission = new Rows(2, 2);

	@TempDir
	Path folder;

	@Test
	@Order(1)
	void onPostgres() throws Exception {
		String database = Postgres.freshDatabase();
		try (RunningProduct product = Machines.product(RunningProduct.onPostgres(this.folder, database)).start();
				RunningProduct bare = Machines.bare(this.folder.resolve("bare"), Postgres.freshDatabase(), "postgres")
					.start()) {
			ServicePage.fill(database, product.uri(""), 200);
			Crowd crowd = new Crowd(product.uri(""), PEOPLE, PAGE);
			send(product, crowd.submissions(BOX), 303);
			submission = Rows.count(database, () -> send(product, crowd.submissions(BOX), 303), PEOPLE);
			submissions("PostgreSQL", product, bare, crowd);
			patches(database, product, bare, crowd);
			oneClicks(database, product, bare, crowd);
			pages(product, bare, crowd);
			compare("page of 200 services", product, bare,
					IntStream.range(0, PEOPLE).mapToObj((any) -> Wire.Request.get("/p/" + ServicePage.SLUG)).toList());
			compare("personal page of 200 services", product, bare,
					new Crowd(product.uri(""), 100, ServicePage.SLUG, "reader").openings());
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
		compare("submission on " + store, submission, () -> send(product, crowd.submissions(BOX), 303), bare);
	}

	/**
	 * Each is measured after its person opted in again, which is not.
	 */
	private static void oneClicks(String database, RunningProduct product, RunningProduct bare, Crowd crowd)
			throws Exception {
		List<Wire.Request> stops = crowd.stops("email");
		send(product, stops, 200);
		send(product, crowd.submissions(BOX), 303);
		Rows written = Rows.count(database, () -> send(product, stops, 200), PEOPLE);
		compare("one-click no on PostgreSQL", written, () -> {
			send(product, crowd.submissions(BOX), 303);
			return send(product, stops, 200);
		}, bare);
	}

	private static Figures send(RunningProduct product, List<Wire.Request> requests, int status) {
		return new Load(product.uri(""), CONNECTIONS).send(requests, status);
	}

	/** Against a handler that writes as many rows. */
	private static void compare(String what, Rows written, Supplier<Figures> product, RunningProduct bare) {
		List<Wire.Request> rows = IntStream.range(0, PEOPLE)
			.mapToObj((person) -> Wire.Request.form("/bare",
					"person=" + person + "&inserts=" + written.inserts() + "&updates=" + written.updates()))
			.toList();
		compare(what + " (" + written.inserts() + " in, " + written.updates() + " changed)", true, product,
				() -> send(bare, rows, 303));
	}

	/**
	 * A no that changes a consent which stands: new are its entry of the ledger and what
	 * the feed of changes makes of it.
	 */
	private static void patches(String database, RunningProduct product, RunningProduct bare, Crowd crowd)
			throws Exception {
		send(product, crowd.patches(), 200);
		Rows written = Rows.count(database, () -> send(product, crowd.patches(), 200), PEOPLE);
		compare("PATCH of consents on PostgreSQL", written, () -> send(product, crowd.patches(), 200), bare);
	}

	private static void pages(RunningProduct product, RunningProduct bare, Crowd crowd) {
		compare("personal page", product, bare, crowd.openings());
		compare("public page", product, bare,
				IntStream.range(0, PEOPLE).mapToObj((any) -> Wire.Request.get("/p/" + PAGE)).toList());
	}

	private static void compare(String what, RunningProduct product, RunningProduct bare, List<Wire.Request> page) {
		int size = Machines.size(product.uri(""), page.get(0));
		Wire.Request asLong = Machines.barePage(bare.uri(""), size);
		compare(what + " (" + size + " bytes)", false, () -> send(product, page, 200),
				() -> send(bare, page.stream().map((any) -> asLong).toList(), 200));
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
