package dev.sayso.offer.editor;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.audience.eligibility.EligibilityView;
import dev.sayso.offer.Offer;
import dev.sayso.offer.Qualifier;

/**
 * An offer's editor, ready to show.
 *
 * @param head null for a new offer
 * @param reasons why it is personalized, as sentences
 * @param focus the field where the keyboard goes on
 * @param stale what somebody else saved meanwhile; null where nobody did
 */
record OfferEditorView(@Nullable OfferHeadView head, boolean fallback, TextsView texts, Choices choices,
		@Nullable EligibilityView eligibility, Preview preview, List<String> reasons, String focus,
		@Nullable Stale stale) {

	record Choices(List<Qualifier> qualifiers, Map<String, String> zones) {

	}

	record Names(String title, List<Name> names) {

	}

	/** A name that a text may read, as it is written in it. */
	record Name(String written, String label) {

		/** The name alone, which a button sends. */
		public String name() {
			return this.written.substring(2, this.written.length() - 2);
		}

	}

	/**
	 * What the preview shows.
	 *
	 * @param place which text
	 * @param recipients whom to show it to
	 * @param profile the one chosen; empty for nobody
	 * @param find what was typed to find somebody
	 */
	record Preview(String place, List<Recipient> recipients, String profile, String find) {

	}

	record Recipient(String id, String name) {

	}

	/**
	 * What differs between two people's edits.
	 *
	 * @param same the parts on which they agree
	 */
	record Stale(Offer theirs, List<StaleRow> rows, Map<String, String> same) {

	}

	/** A part that differs, each side as it is sent and as it is read. */
	record StaleRow(String name, String label, String yours, String yoursText, String theirs, String theirsText) {

	}

}
