package dev.sayso.decision.live;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Two line charts above the same days: how often a decision was asked for, and which part
 * of that fell back. Coordinates only, so that a template can draw it without a script.
 *
 * @param requests how often it was asked for a day
 * @param share the part that fell back, in per cent
 * @param named the days that are named below
 * @param marks where versions began
 */
record OutcomeChart(Panel requests, Panel share, List<Label> named, List<Mark> marks) {

	private static final double LEFT = 46;

	private static final double RIGHT = 320;

	/**
	 * One of the charts.
	 *
	 * @param path nothing where there is nothing to draw
	 */
	record Panel(List<Label> lines, String path) {
	}

	/** A number or a day, and where it stands. */
	record Label(String text, String x, String y, String anchor) {
	}

	/**
	 * The day a version began on.
	 */
	record Mark(int version, LocalDate day, String x) {
	}

	/**
	 * Draws it.
	 * @param name writes a day below it
	 * @param versions the number of each version by the day it began on
	 */
	static OutcomeChart draw(List<OutcomesView.Day> days, Function<LocalDate, String> name,
			Map<LocalDate, Integer> versions) {
		double most = days.stream().mapToLong((day) -> day.sum().decisions()).max().orElse(0);
		List<Label> named = IntStream.rangeClosed(0, 3)
			.map((third) -> third * (days.size() - 1) / 3)
			.distinct()
			.mapToObj((at) -> new Label(name.apply(days.get(at).day()), x(at, days.size()), "239",
					(at == 0) ? "start" : (at == days.size() - 1) ? "end" : "middle"))
			.toList();
		List<Mark> marks = IntStream.range(0, days.size())
			.filter((at) -> versions.containsKey(days.get(at).day()))
			.mapToObj((at) -> new Mark(versions.get(days.get(at).day()), days.get(at).day(), x(at, days.size())))
			.toList();
		return new OutcomeChart(
				panel(days, (day) -> day.sum().decisions(), even(
						most), 116, 20, ""),
				panel(days, (day) -> day.sum().decisions() == 0 ? Double.NaN
						: day.fallbacks() * 100.0 / day.sum().decisions(), 100, 222, 162, " %"),
				named, marks);
	}

	private static Panel panel(List<OutcomesView.Day> days, ToDoubleFunction<OutcomesView.Day> value, double ceiling,
			double bottom, double top, String unit) {
		List<Label> lines = IntStream.rangeClosed(0, 2).mapToObj((half) -> {
			double y = bottom - (bottom - top) * half / 2;
			return new Label(Math.round(ceiling * half / 2) + unit, "40", text(y), "end");
		}).toList();
		List<String> path = new ArrayList<>();
		boolean pen = false;
		for (int at = 0; at < days.size(); at++) {
			double of = value.applyAsDouble(days.get(at));
			if (!Double.isNaN(of)) {
				path.add((pen ? "L" : "M") + x(at, days.size()) + ' ' + text(bottom - (bottom - top) * of / ceiling)
						+ (pen ? "" : "h.1"));
			}
			pen = !Double.isNaN(of);
		}
		return new Panel(lines, String.join("", path));
	}

	/** The next round number above, whose half is a whole one. */
	private static double even(double most) {
		double step = 2;
		for (int turn = 0; step < most; turn++) {
			step *= (turn % 3 == 1) ? 2.5 : 2;
		}
		return step;
	}

	private static String x(int at, int days) {
		return text(LEFT + (RIGHT - LEFT) * at / Math.max(1, days - 1));
	}

	private static String text(double number) {
		return String.format(Locale.ROOT, "%.1f", number);
	}

}
