package dev.sayso.landing.visit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a form came to, ready to show.
 *
 * @param text safe HTML
 * @param note a message key
 * @param undo where undoing posts; null where it is not offered
 * @param change where one changes something else
 * @param receipt where what was said is proved; null where nothing was
 */
record ResultView(@Nullable String lead, @Nullable String text, List<Line> lines, @Nullable String note,
		@Nullable String undo, @Nullable String change, @Nullable String receipt) {

	/** The same with placeholders for what is the reader's own. */
	ResultView withPlaceholders(ReaderPlaceholders placeholders) {
		List<Line> lines = this.lines.stream()
			.map((line) -> new Line(line.name(), line.state(), placeholders.textOrNull(line.since()), line.note()))
			.toList();
		return new ResultView(placeholders.textOrNull(this.lead), this.text, lines, this.note,
				placeholders.textOrNull(this.undo), placeholders.textOrNull(this.change),
				placeholders.textOrNull(this.receipt));
	}

	/**
	 * What is on or off now, or what was asked.
	 *
	 * @param state {@code on}, {@code off}, {@code held}, {@code wait} or {@code open};
	 * {@code yes} or {@code no} for what was asked
	 * @param note a message key
	 */
	record Line(String name, String state, @Nullable String since, @Nullable String note) {

		public String icon() {
			return switch (this.state) {
				case "on", "yes" -> "m5 12 5 5L20 7";
				case "off", "no", "held" -> "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M5.7 5.7l12.6 12.6";
				case "open" -> "M5 12h14";
				default -> "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 7v5l3 3";
			};
		}

	}

}
