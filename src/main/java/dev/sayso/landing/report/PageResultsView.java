package dev.sayso.landing.report;

import java.time.LocalDate;
import java.util.List;

import dev.sayso.consent.ChoiceView;
import dev.sayso.shared.LineChart;

/**
 * What came of a page, as its tab shows it: a line chart, and tables of the same numbers.
 *
 * @param span how many days
 */
record PageResultsView(int span, PageResults.Sum all, LineChart chart, List<Day> days, List<Version> versions,
		List<Change> changes) {

	public boolean isEmpty() {
		return this.all.views() + this.all.submissions() == 0;
	}

	record Day(LocalDate day, PageResults.Sum sum) {

	}

	/**
	 * One version in one language.
	 *
	 * @param language as the reader calls it
	 */
	record Version(int number, String language, PageResults.Sum sum) {

	}

	/**
	 * One kind of change.
	 *
	 * @param subject what it is about, as the reader calls it
	 */
	record Change(String subject, ChoiceView choice, long count) {

	}

}
