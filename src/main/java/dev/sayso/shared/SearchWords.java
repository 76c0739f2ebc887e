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

	/** How well what was typed fits what it found, the best first. */
	public enum Rank {

		/** The name begins with it. */
		NAME,

		/** Each word begins one of the name. */
		WORD,

		/** Each word begins one of the name or of the key. */
		KEY,

		/** It is somewhere. */
		PART

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

	/**
	 * @param name without case and accents, as the key is
	 */
	Rank rank(String name, String key) {
		if (name.startsWith(this.text)) {
			return Rank.NAME;
		}
		return begin(name) ? Rank.WORD : begin(name + " " + key) ? Rank.KEY : Rank.PART;
	}

	private boolean begin(String text) {
		return words().stream().allMatch((word) -> begins(word, text));
	}

	private static boolean begins(String word, String text) {
		int at = text.indexOf(word);
		while (at > 0 && Character.isLetterOrDigit(text.codePointBefore(at))) {
			at = text.indexOf(word, at + 1);
		}
		return at >= 0;
	}

}
