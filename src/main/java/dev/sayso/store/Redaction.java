package dev.sayso.store;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Redacts what names somebody who is erased in texts that stay.
 */
public final class Redaction {

	private final List<String> words;

	private final Pattern pattern;

	private Redaction(List<String> words, Pattern pattern) {
		this.words = words;
		this.pattern = pattern;
	}

	/**
	 * @param words at least one, compared without case
	 */
	public static Redaction of(Collection<String> words) {
		return new Redaction(words.stream().map((word) -> word.toLowerCase(Locale.ROOT)).toList(),
				Pattern.compile(words.stream().map(Pattern::quote).collect(Collectors.joining("|")),
						Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
	}

	List<String> words() {
		return this.words;
	}

	public boolean finds(String text) {
		return this.pattern.matcher(text).find();
	}

	public String out(String text) {
		return this.pattern.matcher(text).replaceAll("–");
	}

}
