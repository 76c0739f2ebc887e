package dev.sayso.contact.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.sayso.shared.TextNormalizer;

/**
 * Words by which texts are understood: what each kind of them is in each language.
 */
final class TextWords {

	/** The sign for a stop is a word, other signs are not. */
	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}\\x{1F6D1}]+");

	private final Map<Kind, Map<List<String>, Set<String>>> languages = new EnumMap<>(Kind.class);

	/** The longest entry, in words. */
	private int longest = 1;

	/** What a word says. */
	enum Kind {

		STOP, PHRASE, POLITE, START, HELP

	}

	/** Adds what counts as something; what has no letter in it is overlooked. */
	TextWords add(String language, Kind kind, Collection<String> entries) {
		entries.stream().map(TextWords::split).filter((words) -> !words.isEmpty()).forEach((words) -> {
			this.longest = Math.max(this.longest, words.size());
			this.languages.computeIfAbsent(kind, (key) -> new HashMap<>())
				.computeIfAbsent(words, (key) -> new HashSet<>())
				.add(language);
		});
		return this;
	}

	/** The words of a text: normalised, and one where it is spelt letter by letter. */
	static List<String> split(String text) {
		List<String> words = Arrays.stream(BETWEEN.split(TextNormalizer.text(text)))
			.filter((word) -> !word.isEmpty())
			.toList();
		boolean spelt = words.size() > 2
				&& words.stream().allMatch((word) -> word.codePointCount(0, word.length()) == 1);
		return spelt ? List.of(String.join("", words)) : words;
	}

	boolean has(Kind kind, List<String> words) {
		return this.languages.getOrDefault(kind, Map.of()).containsKey(words);
	}

	/** Whether words are nothing but entries of these kinds, one after the other. */
	boolean isMadeOf(List<String> words, Set<Kind> kinds) {
		boolean[] reached = new boolean[words.size() + 1];
		reached[0] = true;
		for (int end = 1; end <= words.size(); end++) {
			for (int length = 1; length <= Math.min(this.longest, end) && !reached[end]; length++) {
				List<String> entry = words.subList(end - length, end);
				reached[end] = reached[end - length] && kinds.stream().anyMatch((kind) -> has(kind, entry));
			}
		}
		return !words.isEmpty() && reached[words.size()];
	}

	/** Whether an entry of one of these kinds stands anywhere among words. */
	boolean isIn(List<String> words, Set<Kind> kinds) {
		for (int start = 0; start < words.size(); start++) {
			for (int length = 1; length <= Math.min(this.longest, words.size() - start); length++) {
				List<String> entry = words.subList(start, start + length);
				if (kinds.stream().anyMatch((kind) -> has(kind, entry))) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * The languages in which most entries of the words are; several where they are as
	 * many.
	 */
	List<String> languages(List<String> words) {
		Map<String, Integer> counts = new HashMap<>();
		for (int start = 0; start < words.size(); start++) {
			for (int length = 1; length <= Math.min(this.longest, words.size() - start); length++) {
				List<String> entry = words.subList(start, start + length);
				Set<String> theirs = new HashSet<>();
				this.languages.values().forEach((kind) -> theirs.addAll(kind.getOrDefault(entry, Set.of())));
				int weight = length;
				theirs.forEach((language) -> counts.merge(language, weight, Integer::sum));
			}
		}
		int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
		List<String> found = new ArrayList<>();
		counts.forEach((language, count) -> {
			if (count == most) {
				found.add(language);
			}
		});
		return found;
	}

}
