package dev.sayso.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A line chart of numbers a day: coordinates only, so that a template can draw it without
 * a script.
 *
 * @param lines the grid, from the bottom up
 * @param days the days that are named below
 */
public record LineChart(List<GridLine> lines, List<Day> days, List<Curve> curves) {

	private static final double LEFT = 34;

	private static final double RIGHT = 632;

	private static final double BOTTOM = 230;

	private static final double TOP = 18;

	public record GridLine(long value, String y, String textY) {

	}

	public record Day(String name, String x, String anchor) {

	}

	/**
	 * @param label message key of its name
	 * @param look its class, which carries colour and dashes
	 */
	public record Curve(String label, String look, String path) {

	}

	public record Series(String label, long[] values) {

	}

	/**
	 * Draws the series in one chart, from zero to the highest number.
	 * @param name writes a day below it
	 */
	public static LineChart draw(List<Series> series, LocalDate first, int days, Function<LocalDate, String> name) {
		long top = series.stream().flatMapToLong((row) -> java.util.Arrays.stream(row.values())).max().orElse(0);
		long step = step(top);
		long ceiling = Math.max(step * 2, ((top + step - 1) / step) * step);
		List<GridLine> lines = new ArrayList<>();
		for (long value = 0; value <= ceiling; value += step) {
			lines.add(new GridLine(value, text(y(value, ceiling)), text(y(value, ceiling) + 4)));
		}
		List<Day> named = IntStream.rangeClosed(0, 4)
			.map((quarter) -> quarter * (days - 1) / 4)
			.distinct()
			.mapToObj((day) -> {
				String anchor = (day == 0) ? "start" : (day == days - 1) ? "end" : "middle";
				return new Day(name.apply(first.plusDays(day)), text(x(day, days)), anchor);
			})
			.toList();
		List<Curve> curves = new ArrayList<>();
		for (Series row : series) {
			curves.add(new Curve(row.label(), "s" + (curves.size() + 1), path(row.values(), ceiling)));
		}
		return new LineChart(lines, named, curves);
	}

	/** A round distance between the lines, so that there are three to five of them. */
	private static long step(long top) {
		long step = 1;
		for (int turn = 0; top > step * 4; turn++) {
			step = (turn % 3 == 1) ? step / 2 * 5 : step * 2;
		}
		return step;
	}

	private static String path(long[] values, long ceiling) {
		StringBuilder path = new StringBuilder();
		for (int day = 0; day < values.length; day++) {
			path.append((day == 0) ? 'M' : 'L')
				.append(text(x(day, values.length)))
				.append(' ')
				.append(text(y(values[day], ceiling)));
		}
		return path.toString();
	}

	private static double x(int day, int days) {
		return LEFT + (RIGHT - LEFT) * day / Math.max(1, days - 1);
	}

	private static double y(long value, long ceiling) {
		return BOTTOM - (BOTTOM - TOP) * value / ceiling;
	}

	private static String text(double number) {
		return String.format(Locale.ROOT, "%.1f", number);
	}

}
