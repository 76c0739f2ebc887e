package dev.sayso.profile.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.audit.FieldChange;
import dev.sayso.consent.ChoiceView;

/**
 * The History tab, ready to show.
 *
 * @param older where older ones are; null where there are none
 * @param newest where the newest are; null on that page
 * @param csv all that match, as a file
 * @param verified the result of verifying the ledger; null where it is not shown
 */
record HistoryView(HistoryQuery query, Map<String, String> purposes, List<Day> days, int count, @Nullable String older,
		@Nullable String newest, String csv, @Nullable Verified verified) {

	public boolean isEmpty() {
		return this.days.isEmpty();
	}

	record Day(LocalDate date, List<Row> rows) {

	}

	/**
	 * One thing that happened.
	 *
	 * @param origin who spoke
	 * @param page the page it was said on; null elsewhere
	 * @param before how it looked before; null for an edit
	 * @param by who, and in quotation marks why
	 * @param receipt where its receipt is; null for an edit
	 */
	record Row(String id, Instant at, String origin, String icon, String sentence, @Nullable String page,
			@Nullable ChoiceView before, @Nullable ChoiceView after, String by, List<Fact> facts, @Nullable Seen seen,
			List<FieldChange> changes, @Nullable String receipt) {

	}

	/**
	 * One fact of the evidence.
	 *
	 * @param name message key; null where {@code label} names it
	 * @param label as the evidence names it
	 * @param code whether it is an identifier
	 */
	record Fact(@Nullable String name, String label, String text, boolean code) {

	}

	/**
	 * What a page showed, as it was submitted.
	 *
	 * @param language of the words
	 */
	record Seen(String language, String title, List<Part> parts, String button) {

	}

	/**
	 * A part of a page in its order: a text, or checkboxes.
	 *
	 * @param heading whether the text is a heading
	 */
	record Part(String text, boolean heading, List<Box> boxes) {

	}

	record Box(String label, String help, boolean ticked) {

	}

	/** Whether the ledger's chain holds. */
	record Verified(boolean holds, int entries, String broken) {

	}

	/** The same for programs. */
	public String plainCsv() {
		return this.csv + (this.csv.contains("?") ? "&" : "?") + "kind=plain";
	}

}
