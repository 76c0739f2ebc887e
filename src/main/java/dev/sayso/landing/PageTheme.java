package dev.sayso.landing;

import java.util.Locale;

/**
 * Derives the stylesheet of a public page from its brand colour: light or dark enough to
 * be read on the page by day and by night (WCAG 2.2, 1.4.3).
 */
public final class PageTheme {

	/** The contrast that text needs, from 1 to 21. */
	private static final double READABLE = 4.5;

	/** The contrast that a shade is given, a little above what text needs. */
	private static final double ENOUGH = 4.6;

	private static final int[] WHITE = { 255, 255, 255 };

	private static final int[] BLACK = { 0, 0, 0 };

	private static final int[] NIGHT = { 0x1b, 0x21, 0x27 };

	private static final int[] TINT = { 0xf1, 0xf6, 0xf4 };

	private PageTheme() {
	}

	public static String of(String colour) {
		int[] brand = rgb(colour);
		return ":root{" + rules(until(brand, false, TINT)) + "}@media (prefers-color-scheme:dark){:root{"
				+ rules(until(brand, true, NIGHT)) + "}}";
	}

	public static boolean isReadable(String colour) {
		return contrast(rgb(colour), WHITE) >= READABLE;
	}

	private static String rules(int[] brand) {
		boolean light = contrast(brand, BLACK) > contrast(brand, WHITE);
		return "--brand:" + hex(brand) + ";--on-brand:" + (light ? "#000" : "#fff");
	}

	/**
	 * The colour, lighter or darker until it reads well on the paper, and as vivid as
	 * before.
	 */
	private static int[] until(int[] brand, boolean lighter, int[] paper) {
		int high = Math.max(brand[0], Math.max(brand[1], brand[2]));
		int low = Math.min(brand[0], Math.min(brand[1], brand[2]));
		double light = (high + low) / 510.0;
		double reach = 1 - Math.abs(2 * light - 1);
		double vivid = (reach < 0.001) ? 0 : (high - low) / 255.0 / reach;
		int[] shade = brand;
		for (int step = 0; step < 50 && contrast(shade, paper) < ENOUGH; step++) {
			light = Math.max(0, Math.min(1, light + (lighter ? 0.02 : -0.02)));
			shade = shade(brand, high, low, light, vivid * (1 - Math.abs(2 * light - 1)) * 255);
		}
		return shade;
	}

	private static int[] shade(int[] brand, int high, int low, double light, double spread) {
		int[] shade = new int[3];
		for (int part = 0; part < 3; part++) {
			double place = (high == low) ? 0.5 : (brand[part] - low) / (double) (high - low);
			shade[part] = (int) Math.round(Math.max(0, Math.min(255, light * 255 + (place - 0.5) * spread)));
		}
		return shade;
	}

	private static double contrast(int[] colour, int[] background) {
		double a = luminance(colour);
		double b = luminance(background);
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}

	private static double luminance(int[] rgb) {
		return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
	}

	private static double linear(int part) {
		double value = part / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

	private static int[] rgb(String colour) {
		int rgb = Integer.parseInt(colour.substring(1), 16);
		return new int[] { (rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255 };
	}

	private static String hex(int[] rgb) {
		return String.format(Locale.ROOT, "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
	}

}
