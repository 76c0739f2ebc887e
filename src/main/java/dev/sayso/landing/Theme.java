package dev.sayso.landing;

import java.util.Locale;

/**
 * Makes of one brand colour what the sheet needs by day and by night, light or dark
 * enough to be read (WCAG 2.2, 1.4.3).
 */
final class Theme {

	private static final double ENOUGH = 4.6;

	private static final int[] WHITE = { 255, 255, 255 };

	private static final int[] BLACK = { 0, 0, 0 };

	private static final int[] NIGHT = { 0x1b, 0x21, 0x27 };

	private static final int[] TINT = { 0xf1, 0xf6, 0xf4 };

	private Theme() {
	}

	/**
	 * The stylesheet of a colour.
	 * @param colour {@code #rrggbb}
	 */
	static String of(String colour) {
		int rgb = Integer.parseInt(colour.substring(1), 16);
		int[] brand = { (rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255 };
		return ":root{" + rules(towards(brand, BLACK, TINT)) + "}@media (prefers-color-scheme:dark){:root{"
				+ rules(towards(brand, WHITE, NIGHT)) + "}}";
	}

	private static String rules(int[] brand) {
		boolean light = contrast(brand, BLACK) > contrast(brand, WHITE);
		return "--brand:" + hex(brand) + ";--on-brand:" + (light ? "#000" : "#fff");
	}

	/**
	 * The colour mixed with black or white until it reads well on the paper.
	 */
	private static int[] towards(int[] brand, int[] end, int[] paper) {
		int[] mixed = brand;
		for (int percent = 0; percent <= 100 && contrast(mixed, paper) < ENOUGH; percent += 4) {
			mixed = new int[] { mix(brand[0], end[0], percent), mix(brand[1], end[1], percent),
					mix(brand[2], end[2], percent) };
		}
		return mixed;
	}

	private static int mix(int from, int to, int percent) {
		return from + (to - from) * percent / 100;
	}

	private static double contrast(int[] one, int[] other) {
		double a = luminance(one);
		double b = luminance(other);
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}

	private static double luminance(int[] rgb) {
		return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
	}

	private static double linear(int part) {
		double value = part / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

	private static String hex(int[] rgb) {
		return String.format(Locale.ROOT, "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
	}

}
