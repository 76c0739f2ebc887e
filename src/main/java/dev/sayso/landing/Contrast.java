package dev.sayso.landing;

/**
 * How well one colour reads on another (WCAG 2.2, 1.4.3), from 1 to 21.
 */
public final class Contrast {

	/** What text needs. */
	public static final double ENOUGH = 4.5;

	private Contrast() {
	}

	/**
	 * The contrast of two colours.
	 */
	public static double of(int[] one, int[] other) {
		double a = luminance(one);
		double b = luminance(other);
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}

	/**
	 * The red, green and blue of a colour, 0 to 255.
	 * @param colour {@code #rrggbb}
	 */
	public static int[] rgb(String colour) {
		int rgb = Integer.parseInt(colour.substring(1), 16);
		return new int[] { (rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255 };
	}

	private static double luminance(int[] rgb) {
		return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
	}

	private static double linear(int part) {
		double value = part / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

}
