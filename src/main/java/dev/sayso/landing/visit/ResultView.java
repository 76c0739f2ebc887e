package dev.sayso.landing.visit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a form came to, ready to show.
 *
 * @param text safe HTML
 * @param changes what it changed; none where that is not told apart
 * @param note a message key
 * @param undo where undoing posts; null where it is not offered
 * @param change where one changes something else
 * @param receipt where what was said is proved; null where nothing was
 * @param onward where the page leads on; null for nowhere
 */
record ResultView(@Nullable String lead, @Nullable String text, List<Change> changes, List<Line> lines,
		@Nullable String note, @Nullable String undo, @Nullable String change, @Nullable String receipt,
		@Nullable String onward) {

	ResultView(@Nullable String lead, @Nullable String text, List<Change> changes, List<Line> lines,
			@Nullable String note, @Nullable String undo, @Nullable String change, @Nullable String receipt) {
		this(lead, text, changes, lines, note, undo, change, receipt, null);
	}

	/** The same, with where the page leads on. */
	ResultView leading(@Nullable String href) {
		return new ResultView(this.lead, this.text, this.changes, this.lines, this.note, this.undo, this.change,
				this.receipt, href);
	}

	/** The same with placeholders for what is the reader's own. */
	ResultView withPlaceholders(ReaderPlaceholders placeholders) {
		List<Line> lines = this.lines.stream()
			.map((line) -> new Line(line.name(), line.state(), placeholders.textOrNull(line.since()), line.note(),
					line.within()))
			.toList();
		return new ResultView(placeholders.textOrNull(this.lead), this.text, this.changes, lines, this.note,
				placeholders.textOrNull(this.undo), placeholders.textOrNull(this.change),
				placeholders.textOrNull(this.receipt), placeholders.textOrNull(this.onward));
	}

	/**
	 * What is on or off now, or what was asked.
	 *
	 * @param state {@code on}, {@code off}, {@code held}, {@code stopped}, {@code wait},
	 * {@code open} or {@code not}; {@code yes} or {@code no} for what was asked
	 * @param note a message key
	 * @param within whether it is a service of the channel above
	 */
	record Line(String name, String state, @Nullable String since, @Nullable String note, boolean within) {

		Line(String name, String state, @Nullable String since, @Nullable String note) {
			this(name, state, since, note, false);
		}

		Line withoutNote() {
			return new Line(this.name, this.state, this.since, null, this.within);
		}

		public String icon() {
			return ResultView.icon(this.state);
		}

	}

	/**
	 * What changed.
	 *
	 * @param before message key of how it stood; null where only how often it comes
	 * changed
	 * @param state as of a line
	 * @param often how often it comes now; null where that is not told
	 */
	record Change(String name, @Nullable String before, String state, @Nullable String often) {

		public String icon() {
			return ResultView.icon(this.state);
		}

	}

	private static String icon(String state) {
		return switch (state) {
			case "on", "yes" -> "m5 12 5 5L20 7";
			case "off", "no", "held", "stopped" -> "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M5.7 5.7l12.6 12.6";
			case "open", "not" -> "M5 12h14";
			default -> "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5l3 3";
		};
	}

}
