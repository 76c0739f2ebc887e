package dev.sayso.landing;

import java.util.Locale;

/**
 * Makes of one brand colour what the sheet needs by day and by night, light or dark
 * enough to be read (WCAG 2.2, 1.4.3).
 */
public final class PageTheme {

	private static final double ENOUGH = 4.6;

	public static final int[] WHITE = { 255, 255, 255 };

	private static final int[] BLACK = { 0, 0, 0 };

	private static final int[] NIGHT = { 0x1b, 0x21, 0x27 };

	private static final int[] TINT = { 0xf1, 0xf6, 0xf4 };

	private PageTheme() {
	}

	/**
	 * The stylesheet of a colour.
	 * @param colour {@code #rrggbb}
	 */
	public static String of(String colour) {
		int[] brand = Contrast.rgb(colour);
		return ":root{" + rules(until(brand, false, TINT)) + "}@media (prefers-color-scheme:dark){:root{"
				+ rules(until(brand, true, NIGHT)) + "}}";
	}

	private static String rules(int[] brand) {
		boolean light = Contrast.of(brand, BLACK) > Contrast.of(brand, WHITE);
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
		for (int step = 0; step < 50 && Contrast.of(shade, paper) < ENOUGH; step++) {
			light = Math.max(0, Math.min(1, light + (lighter ? 0.02 : -0.02)));
			shade = shade(brand, high, low, light, vivid * (1 - Math.abs(2 * light - 1)) * 255);
		}
		return shade;
	}

	/**
	 * The same hue at another lightness.
	 */
	private static int[] shade(int[] brand, int high, int low, double light, double spread) {
		int[] shade = new int[3];
		for (int part = 0; part < 3; part++) {
			double place = (high == low) ? 0.5 : (brand[part] - low) / (double) (high - low);
			shade[part] = (int) Math.round(Math.max(0, Math.min(255, light * 255 + (place - 0.5) * spread)));
		}
		return shade;
	}

	private static String hex(int[] rgb) {
		return String.format(Locale.ROOT, "#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);
	}

}
