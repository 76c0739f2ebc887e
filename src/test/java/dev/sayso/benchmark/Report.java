package dev.sayso.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The figures as they are printed, and kept in {@code target/benchmark.md}.
 */
public final class Report {

	private static final List<String> LINES = new ArrayList<>(
			List.of("| what | Sayso | bare | of that | limit |", "|---|---|---|---|---|"));

	private Report() {
	}

	/**
	 * Throughput against the bare one's, and the slowest hundredth.
	 */
	static void against(String what, Figures product, Figures bare, boolean times) {
		throughput(what, product, bare, 60);
		if (times) {
			slowest(what, product, bare);
		}
	}

	/**
	 * The same, with so many of a hundred as the limit.
	 */
	static void against(String what, Figures product, Figures bare, int least) {
		throughput(what, product, bare, least);
		slowest(what, product, bare);
	}

	private static void throughput(String what, Figures product, Figures bare, int least) {
		double ratio = product.perSecond() / bare.perSecond();
		line(what, product.toString(), bare.toString(), percent(ratio), "≥ " + least + " %");
	}

	private static void slowest(String what, Figures product, Figures bare) {
		line(what + ", p99", ms(product.p99()), ms(bare.p99()),
				String.format(Locale.ROOT, "%.1f times", product.p99() / bare.p99()), "≤ 3 times");
	}

	public static void line(String... cells) {
		LINES.add("| " + String.join(" | ", cells) + " |");
		try {
			Files.createDirectories(Path.of("target"));
			Files.write(Path.of("target", "benchmark.md"), LINES);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		System.out.println(LINES.get(LINES.size() - 1));
	}

	static String ms(double time) {
		return String.format(Locale.ROOT, "%.1f ms", time);
	}

	public static String percent(double ratio) {
		return String.format(Locale.ROOT, "%.0f %%", ratio * 100);
	}

}
