package dev.sayso.landing.editor;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.PageBlock;

/**
 * A page's editor, ready to show.
 *
 * @param language the language whose words are shown
 * @param title the title as the row above all blocks
 * @param open the block whose details are shown; null for none
 * @param addable the types of which the page can have one more
 * @param undo whether there is a change to take back
 * @param redo whether there is one to make again
 */
record PageEditorView(PageHeadView head, String language, List<String> languages, Row title, List<Row> rows,
		@Nullable Open open, List<Addable> addable, List<PageMessages.Found> findings, boolean undo, boolean redo) {

	/**
	 * A block in the list.
	 *
	 * @param name what it says or is about
	 * @param detail what it is, in words
	 */
	record Row(String id, String icon, String name, String detail, boolean first, boolean last, boolean open,
			List<PageMessages.Found> findings) {

		/** How much the worst that was found in it matters. */
		public String weight() {
			return this.findings.isEmpty() ? "" : this.findings.get(0).weight();
		}

	}

	record Addable(String type, String icon) {

	}

	/**
	 * The details of a block.
	 *
	 * @param abouts what it can be about, in words; empty where it is about nothing
	 * @param saying what stands before a meaning's key in the message keys
	 * @param meanings the keys of the meanings it can have
	 * @param helped whether it has a second line of words
	 * @param stale what somebody else made of it meanwhile; null where nobody did
	 */
	record Open(PageBlock block, Map<String, String> abouts, String saying, List<String> meanings, boolean helped,
			@Nullable Stale stale) {

		public boolean paragraph() {
			return this.block.type() == PageBlock.Type.TEXT || this.block.type() == PageBlock.Type.AGREEMENT;
		}

		public String type() {
			return this.block.type().key();
		}

	}

	/**
	 * What differs between two people's edits of a block.
	 *
	 * @param same the fields on which they agree
	 */
	record Stale(List<Row> rows, Map<String, String> same) {

		record Row(String name, String label, String yours, String theirs) {

		}

	}

	public long count(String weight) {
		return this.findings.stream().filter((found) -> found.weight().equals(weight)).count();
	}

}
