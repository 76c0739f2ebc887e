package dev.sayso.consent.receipt;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A receipt, ready to show in a reader's language.
 *
 * @param day when the ledger took it
 * @param kept what was shown, left as it was, and changed nothing; null for nothing
 * @param how when it was said, by whom and where
 * @param who who asked whom, and on what ground
 * @param seen the page as it was shown; null where none was
 */
public record ReceiptView(String id, String day, String controller, List<Change> changes, @Nullable String kept,
		List<Fact> how, List<Fact> who, @Nullable Seen seen, String kid) {

	/**
	 * @param state what it came to, in words
	 * @param term DPV's term for that
	 */
	public record Change(String name, String key, Chip before, Chip after, String state, String term) {

	}

	/** A choice as it looks, with its word. */
	public record Chip(String look, @Nullable String icon, String text) {

	}

	/**
	 * @param code what stands behind the text, exactly
	 */
	public record Fact(String label, String text, @Nullable String code) {

	}

	/**
	 * @param language of the words
	 */
	public record Seen(String page, String language, String title, String intro, List<Box> boxes, String button) {

	}

	/**
	 * @param note what the person did with it; null where they left it as it was
	 */
	public record Box(String label, String help, boolean ticked, @Nullable String note) {

	}

}
