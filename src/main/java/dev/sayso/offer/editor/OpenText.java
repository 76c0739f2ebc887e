package dev.sayso.offer.editor;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.editor.OfferEditorView.Names;
import dev.sayso.store.UploadedImage;

/**
 * The text of an offer that is open in its editor, ready to show.
 *
 * @param title such as <em>Web hero, French</em>
 * @param type key of the placement's content type; {@code text} where it is gone
 * @param at which row of the form it is
 * @param fields those of the placement; none where it shows something else
 * @param quick the names that are put in most
 * @param names all that it may read, in groups
 * @param count how many those are
 * @param images the pictures it may show; null where it shows none
 * @param reads what it reads of a person
 * @param stranger what it says to somebody of whom nothing is known; null where that is
 * what it says to everybody
 * @param sources from where it can be copied
 * @param targets the places to which it can be copied, with commas between; empty for
 * none
 */
record OpenText(String place, String placement, String title, String type, String language, int at, FilledFields fields,
		List<OfferEditorView.Name> quick, List<Names> names, int count, @Nullable List<UploadedImage> images,
		List<Read> reads, @Nullable String stranger, List<Source> sources, String targets) {

	/**
	 * Something that is read of a person.
	 *
	 * @param fallback what stands there where it is not known; empty for nothing
	 */
	record Read(String name, String label, String fallback) {

	}

	record Source(String place, String title) {

	}

	public int targetCount() {
		return this.targets.isEmpty() ? 0 : this.targets.split(",").length;
	}

}
