package dev.sayso.landing;

/**
 * How well one colour reads on another (WCAG 2.2, 1.4.3), from 1 to 21.
 */
final class Contrast {

	/** What text needs. */
	static final double ENOUGH = 4.5;

	private Contrast() {
	}

	/**
	 * The contrast of two colours, {@code #rrggbb}.
	 */
	static double of(String one, String other) {
		double a = luminance(Integer.parseInt(one.substring(1), 16));
		double b = luminance(Integer.parseInt(other.substring(1), 16));
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}

	private static double luminance(int rgb) {
		return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
	}

	private static double linear(int part) {
		double value = part / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

}
