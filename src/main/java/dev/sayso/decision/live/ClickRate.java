package dev.sayso.decision.live;

import java.util.Locale;

import org.springframework.context.i18n.LocaleContextHolder;

/**
 * How many of those who were shown something clicked it, with the interval in which the
 * rate lies nineteen times out of twenty: Wilson's score interval (J. Am. Stat. Assoc.
 * 22, 1927), which holds for few displays and for rates near 0 as well.
 */
record ClickRate(long clicks, long displays) {

	/** The quantile of the normal distribution for 95 %. */
	private static final double Z = 1.959964;

	/** In per cent; -1 where nothing was shown. */
	double percent() {
		return (this.displays == 0) ? -1 : this.clicks * 100.0 / this.displays;
	}

	/** Whether there is an interval: there is none where more was clicked than shown. */
	boolean isCertain() {
		return this.displays > 0 && this.clicks <= this.displays;
	}

	/** The lower end of the interval, in per cent. */
	double low() {
		return Math.max(0, (centre() - margin()) * 100);
	}

	/** The upper end of the interval, in per cent. */
	double high() {
		return Math.min(100, (centre() + margin()) * 100);
	}

	private double centre() {
		double n = this.displays;
		return (this.clicks / n + Z * Z / (2 * n)) / (1 + Z * Z / n);
	}

	private double margin() {
		double n = this.displays;
		double p = this.clicks / n;
		return Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
	}

	/** Such as 9.3 %, in the reader's way of writing; a dash where nothing was shown. */
	public String words() {
		return (this.displays == 0) ? "–" : number(percent()) + " %";
	}

	/** Such as 8.0–10.8 %; empty where there is none. */
	public String interval() {
		return isCertain() ? number(low()) + "–" + number(high()) + " %" : "";
	}

	private static String number(double value) {
		return String.format(LocaleContextHolder.getLocale(), "%.1f", value);
	}

	/** A length of the bar that has a top, for SVG. */
	String length(double percent, double top) {
		return String.format(Locale.ROOT, "%.1f", (top > 0) ? Math.min(100, Math.max(0, percent) * 100 / top) : 0);
	}

}
