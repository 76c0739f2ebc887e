package dev.sayso.landing.theme;

import java.util.Locale;
import java.util.Optional;

/**
 * A colour on a screen (sRGB), and how well it is read (WCAG 2.2, 1.4.3).
 */
record Colour(int red, int green, int blue) {

	static final Colour WHITE = new Colour(255, 255, 255);

	static final Colour BLACK = new Colour(0, 0, 0);

	/** The contrast that text needs, from 1 to 21. */
	static final double READABLE = 4.5;

	/** The contrast that a shade is given, a little above what text needs. */
	private static final double ENOUGH = 4.6;

	/** Reads {@code #rrggbb}. */
	static Optional<Colour> parse(String text) {
		return text.matches("#[0-9a-fA-F]{6}") ? Optional.of(of(text)) : Optional.empty();
	}

	static Colour of(String hex) {
		int rgb = Integer.parseInt(hex.substring(1), 16);
		return new Colour((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
	}

	String hex() {
		return String.format(Locale.ROOT, "#%02x%02x%02x", this.red, this.green, this.blue);
	}

	double contrast(Colour background) {
		double a = luminance();
		double b = background.luminance();
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}

	boolean isReadableOn(Colour paper) {
		return contrast(paper) >= READABLE;
	}

	boolean isDark() {
		return contrast(WHITE) > contrast(BLACK);
	}

	/** This colour with so much of another in it, from 0 to 1. */
	Colour mix(Colour other, double share) {
		return new Colour(mix(this.red, other.red, share), mix(this.green, other.green, share),
				mix(this.blue, other.blue, share));
	}

	/**
	 * The colour, lighter or darker until it reads well on the paper, and as vivid as
	 * before.
	 */
	Colour readableOn(Colour paper) {
		boolean lighter = paper.isDark();
		int high = Math.max(this.red, Math.max(this.green, this.blue));
		int low = Math.min(this.red, Math.min(this.green, this.blue));
		double light = (high + low) / 510.0;
		double reach = 1 - Math.abs(2 * light - 1);
		double vivid = (reach < 0.001) ? 0 : (high - low) / 255.0 / reach;
		Colour shade = this;
		for (int step = 0; step < 50 && shade.contrast(paper) < ENOUGH; step++) {
			light = Math.max(0, Math.min(1, light + (lighter ? 0.02 : -0.02)));
			double spread = vivid * (1 - Math.abs(2 * light - 1)) * 255;
			shade = new Colour(shade(this.red, high, low, light, spread), shade(this.green, high, low, light, spread),
					shade(this.blue, high, low, light, spread));
		}
		return shade;
	}

	private static int shade(int part, int high, int low, double light, double spread) {
		double place = (high == low) ? 0.5 : (part - low) / (double) (high - low);
		return (int) Math.round(Math.max(0, Math.min(255, light * 255 + (place - 0.5) * spread)));
	}

	private static int mix(int one, int other, double share) {
		return (int) Math.round(one + (other - one) * share);
	}

	private double luminance() {
		return 0.2126 * linear(this.red) + 0.7152 * linear(this.green) + 0.0722 * linear(this.blue);
	}

	private static double linear(int part) {
		double value = part / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

}
