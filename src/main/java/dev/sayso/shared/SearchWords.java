package dev.sayso.shared;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody typed to find things: each word has to be part of what a thing is found
 * by, in any order.
 *
 * @param text without case, accents and needless blanks
 */
public record SearchWords(String text) {

	public static SearchWords of(String typed) {
		return new SearchWords(TextNormalizer.text(typed));
	}

	public boolean isEmpty() {
		return this.text.isEmpty();
	}

	public List<String> words() {
		return isEmpty() ? List.of() : List.of(this.text.split(" "));
	}

	/** Whether each word is part of one of these; no more of them is read than needed. */
	public boolean areIn(Stream<String> texts) {
		List<String> missing = new ArrayList<>(words());
		for (Iterator<String> each = texts.iterator(); !missing.isEmpty() && each.hasNext();) {
			String text = TextNormalizer.text(each.next());
			missing.removeIf(text::contains);
		}
		return missing.isEmpty();
	}

}
