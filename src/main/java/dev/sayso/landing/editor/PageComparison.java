package dev.sayso.landing.editor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageParts;

/**
 * Two versions of a page side by side, part by part, in one of its languages.
 *
 * @param blocks the rows of its texts and blocks, in the order of the right one
 * @param settings the rows of all else
 */
record PageComparison(List<Row> blocks, List<Row> settings) {

	enum State {

		SAME("equal"), CHANGED("replace"), ADDED("square-plus"), REMOVED("square-minus");

		private final String icon;

		State(String icon) {
			this.icon = icon;
		}

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

		public String icon() {
			return this.icon;
		}

	}

	/**
	 * @param left null where the part says nothing there
	 * @param meaning whether what a tick says is another now
	 */
	record Row(String part, @Nullable String left, @Nullable String right, State state, boolean meaning) {

	}

	static PageComparison of(Map<String, String> left, Map<String, String> right, String language,
			PageMessages messages) {
		Set<String> parts = new LinkedHashSet<>(right.keySet());
		parts.addAll(left.keySet());
		List<Row> blocks = new ArrayList<>();
		List<Row> settings = new ArrayList<>();
		for (String part : parts) {
			String before = left.getOrDefault(part, "");
			String after = right.getOrDefault(part, "");
			if (isShown(part, language) && !(before.isEmpty() && after.isEmpty())) {
				State state = state(before, after);
				boolean text = part.startsWith(PageParts.BLOCK) || part.equals("blocks")
						|| part.endsWith("." + language);
				(text ? blocks : settings).add(new Row(messages.name(part), said(part, before, messages),
						said(part, after, messages), state, state == State.CHANGED && part.endsWith("/meaning")));
			}
		}
		return new PageComparison(List.copyOf(blocks), List.copyOf(settings));
	}

	/** Whether a part is of this language, or of none. */
	private static boolean isShown(String part, String language) {
		return PageContent.LANGUAGES.stream()
			.filter((tag) -> !tag.equals(language))
			.noneMatch((tag) -> part.endsWith("/" + tag) || (part.endsWith("." + tag) && !part.startsWith("in.")));
	}

	private static State state(String before, String after) {
		if (before.equals(after)) {
			return State.SAME;
		}
		return before.isEmpty() ? State.ADDED : after.isEmpty() ? State.REMOVED : State.CHANGED;
	}

	private static @Nullable String said(String part, String value, PageMessages messages) {
		return value.isEmpty() ? null : messages.value(part, value);
	}

	/** How many rows are in a state. */
	public long count(State state) {
		return this.blocks.stream().filter((row) -> row.state() == state).count()
				+ this.settings.stream().filter((row) -> row.state() == state).count();
	}

	/** Only the rows that differ. */
	PageComparison differing() {
		return new PageComparison(differing(this.blocks), differing(this.settings));
	}

	private static List<Row> differing(List<Row> rows) {
		return rows.stream().filter((row) -> row.state() != State.SAME).toList();
	}

}
