package dev.sayso.decision.live;

import java.time.LocalDate;
import java.util.List;

import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.outcome.Outcomes;

/**
 * What came of a decision, as its page shows it: line charts, and tables of the same
 * numbers.
 *
 * @param span how many days
 * @param placement the key of the placement it is about; empty for all of them
 * @param all the sum
 * @param fallbacks how many of the decisions fell back
 */
record OutcomesView(int span, String placement, Sum all, long fallbacks, OutcomeChart chart, List<Stretch> stretches,
		List<OfferRow> offers, List<ReasonRow> reasons, List<InScope> scopes, List<Day> days) {

	public boolean isEmpty() {
		return this.all.decisions() + this.all.displays() + this.all.clicks() == 0;
	}

	/** Whether decisions are asked for, and nobody tells what comes of them. */
	public boolean isUntold() {
		return !isEmpty() && this.all.displays() + this.all.clicks() == 0;
	}

	public long picked() {
		return this.all.decisions() - this.fallbacks;
	}

	public String pickedShare() {
		return share(picked(), this.all.decisions());
	}

	public String fallbackShare() {
		return share(this.fallbacks, this.all.decisions());
	}

	public String shownShare() {
		return share(this.all.displays(), this.all.decisions());
	}

	/** In whole per cent; empty where there is nothing to have a share of. */
	static String share(long part, long whole) {
		return (whole == 0) ? "" : Math.round(part * 100.0 / whole) + " %";
	}

	/** What is counted. */
	record Sum(long decisions, long displays, long clicks) {

		static final Sum NOTHING = new Sum(0, 0, 0);

		static Sum of(Outcomes.Row row) {
			return new Sum(row.decisions(), row.displays(), row.clicks());
		}

		Sum plus(Sum other) {
			return new Sum(this.decisions + other.decisions, this.displays + other.displays,
					this.clicks + other.clicks);
		}

		public ClickRate rate() {
			return new ClickRate(this.clicks, this.displays);
		}

		/** Displays per decision, in per cent; -1 where there was none. */
		double displayed() {
			return rate(this.displays, this.decisions);
		}

		/** Clicks per display, in per cent; -1 where there was none. */
		double clicked() {
			return rate(this.clicks, this.displays);
		}

		private static double rate(long part, long whole) {
			return (whole == 0) ? -1 : Math.round(part * 1000.0 / whole) / 10.0;
		}

	}

	/** Some days in a row, or one. */
	record Stretch(LocalDate first, LocalDate last, long decisions, long fallbacks) {

		public String share() {
			return OutcomesView.share(this.fallbacks, this.decisions);
		}

		public boolean isDay() {
			return this.first.equals(this.last);
		}

	}

	/**
	 * What came of an offer on all placements that are looked at.
	 *
	 * @param offer its key; empty where nothing showed
	 * @param length of its bar, and the ends of the interval on it
	 */
	record OfferRow(String offer, String name, boolean fallback, Sum sum, String length, String low, String high) {
	}

	/**
	 * How often the fallback showed for one reason.
	 *
	 * @param length of its bar
	 * @param remedy message key of what may help; empty for nothing
	 */
	record ReasonRow(DecisionReason reason, String why, long many, String length, String remedy) {
	}

	/** One placement. */
	record InScope(String placement, String name, List<AnswerRow> rows) {
	}

	/**
	 * What came of one offer, or of a fallback for one reason.
	 *
	 * @param offer its key; empty where nothing showed
	 * @param why in words where it is a fallback; else empty
	 */
	record AnswerRow(String offer, String name, DecisionReason reason, String why, Sum sum) {
	}

	/** What came of one day. */
	record Day(LocalDate day, Sum sum, long fallbacks) {
	}

}
