package dev.sayso.offer.editor;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The texts of an offer, ready to show: placements down, languages across.
 *
 * @param more the placements that it does not speak on yet
 * @param changed how many texts differ from the version that shows
 * @param main who reads the main text of the placement that is open; null where none is
 */
record TextGrid(List<Column> columns, List<Row> rows, List<Addition> more, int changed, @Nullable MainReaders main) {

	/**
	 * A language.
	 *
	 * @param readers how many people read it; -1 where that was not counted in time, or
	 * the column is for any language
	 */
	record Column(String tag, String name, long readers) {

	}

	record Row(String placement, String name, String icon, List<Cell> cells) {

	}

	/**
	 * A text, or the place for one.
	 *
	 * @param title such as <em>Web hero, French</em>
	 * @param id of the field that it stands for while another is open; null where nothing
	 * is written
	 * @param begins what it begins with
	 * @param instead the language that is read where it is missing; null for none
	 */
	record Cell(String place, String title, State state, boolean main, boolean current, @Nullable String id,
			String begins, @Nullable String instead) {

	}

	enum State {

		WRITTEN, CHANGED, FIX, INSTEAD, MISSING;

		public String key() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

		public boolean isWritten() {
			return this == WRITTEN || this == CHANGED;
		}

	}

	/** A placement to add, with its first text. */
	record Addition(String place, String name) {

	}

	/**
	 * Who reads the main text of a placement.
	 *
	 * @param there whether it has one
	 * @param readers how many read none of its languages; -1 where that was not counted
	 */
	record MainReaders(String placement, boolean there, long readers) {

	}

}
