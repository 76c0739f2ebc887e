package dev.sayso.benchmark;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one run, or the median of several, came to.
 *
 * @param perSecond answers a second
 * @param p50 the time, in milliseconds, within which half of the answers came
 * @param p99 that within which ninety-nine of a hundred came
 */
public record Figures(double perSecond, double p50, double p99) {

	static Figures of(long nanos, long[] times) {
		Arrays.sort(times);
		return new Figures(times.length * 1e9 / nanos, times[times.length / 2] / 1e6,
				times[times.length * 99 / 100] / 1e6);
	}

	/**
	 * The median of each figure by itself.
	 */
	static Figures median(List<Figures> runs) {
		return new Figures(middle(runs, Figures::perSecond), middle(runs, Figures::p50), middle(runs, Figures::p99));
	}

	/**
	 * The median.
	 */
	public static double middle(double[] values) {
		double[] sorted = Arrays.stream(values).sorted().toArray();
		return sorted[sorted.length / 2];
	}

	private static double middle(List<Figures> runs, ToDoubleFunction<Figures> figure) {
		List<Double> sorted = runs.stream().map(figure::applyAsDouble).sorted(Comparator.naturalOrder()).toList();
		return sorted.get(sorted.size() / 2);
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.0f/s, p50 %.1f ms, p99 %.1f ms", this.perSecond, this.p50, this.p99);
	}

}
