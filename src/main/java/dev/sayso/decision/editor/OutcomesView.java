package dev.sayso.decision.editor;

import java.time.LocalDate;
import java.util.List;

import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.outcome.Outcomes;
import dev.sayso.shared.LineChart;

/**
 * What came of a decision, as its page shows it: a line chart, and tables of the same
 * numbers.
 *
 * @param span how many days
 * @param all the sum
 * @param fallbacks how many of the decisions fell back
 */
public record OutcomesView(int span, Sum all, long fallbacks, LineChart lineChart, List<InScope> scopes,
		List<Day> days) {

	public boolean isEmpty() {
		return this.all.decisions() + this.all.displays() + this.all.clicks() == 0;
	}

	/** Whether decisions are asked for, and nobody tells what comes of them. */
	public boolean isUntold() {
		return !isEmpty() && this.all.displays() + this.all.clicks() == 0;
	}

	/** What is counted. */
	public record Sum(long decisions, long displays, long clicks) {

		static final Sum NOTHING = new Sum(0, 0, 0);

		static Sum of(Outcomes.Row row) {
			return new Sum(row.decisions(), row.displays(), row.clicks());
		}

		Sum plus(Sum other) {
			return new Sum(this.decisions + other.decisions, this.displays + other.displays,
					this.clicks + other.clicks);
		}

		/** Displays per decision, in per cent; -1 where there was none. */
		public double displayed() {
			return rate(this.displays, this.decisions);
		}

		/** Clicks per display, in per cent; -1 where there was none. */
		public double clicked() {
			return rate(this.clicks, this.displays);
		}

		private static double rate(long part, long whole) {
			return (whole == 0) ? -1 : Math.round(part * 1000.0 / whole) / 10.0;
		}

	}

	/** One placement. */
	record InScope(String placement, String name, List<Of> rows, Sum all) {
	}

	/**
	 * What came of one offer, or of a fallback for one reason.
	 *
	 * @param offer its key; empty where nothing showed
	 * @param why in words where it is a fallback; else empty
	 */
	record Of(String offer, String name, DecisionReason reason, String why, Sum sum) {
	}

	/** What came of one day. */
	public record Day(LocalDate day, Sum sum, long fallbacks) {
	}

}
