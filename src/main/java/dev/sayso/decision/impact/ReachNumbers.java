package dev.sayso.decision.impact;

import java.text.NumberFormat;

import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Writes how many people there are of a kind: as counted, or where only a sample was
 * asked carried over to everybody, with the margin within which the true number lies 19
 * times of 20.
 */
record ReachNumbers(ReachCount.Reach reach) {

	/** How wide the margin is in standard errors. */
	private static final double WIDE = 1.96;

	long people() {
		return this.reach.result().people();
	}

	String number(long counted) {
		NumberFormat format = NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale());
		if (!this.reach.result().sampled()) {
			return format.format(counted);
		}
		double share = (people() == 0) ? 0 : (double) counted / people();
		double margin = WIDE * Math.sqrt(share * (1 - share) / Math.max(1, people())) * this.reach.total();
		return "≈\u00a0" + format.format(Math.round(share * this.reach.total())) + "\u00a0±\u00a0"
				+ format.format(Math.round(margin));
	}

}
