package dev.sayso.shared;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes what names somebody who is erased out of texts that stay.
 */
public final class Blot {

	private final Pattern words;

	private Blot(Pattern words) {
		this.words = words;
	}

	/**
	 * @param words at least one, compared without case
	 */
	public static Blot of(Collection<String> words) {
		return new Blot(Pattern.compile(words.stream().map(Pattern::quote).collect(Collectors.joining("|")),
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
	}

	public boolean finds(String text) {
		return this.words.matcher(text).find();
	}

	/**
	 * The text with a dash for each mention.
	 */
	public String out(String text) {
		return this.words.matcher(text).replaceAll("–");
	}

}
