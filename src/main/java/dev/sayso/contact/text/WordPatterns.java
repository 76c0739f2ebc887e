package dev.sayso.contact.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Phrases that are written in one because they differ in few words:
 * {@code no more [texts|messages]} is two, and an empty choice is none of its words.
 */
final class WordPatterns {

	private static final Pattern CHOICE = Pattern.compile("\\[([^\\]]*)\\]");

	private WordPatterns() {
	}

	/** As people read it: the words of a choice apart, and a dash for none of them. */
	static String told(String pattern) {
		return CHOICE.matcher(pattern)
			.replaceAll((choice) -> Matcher.quoteReplacement(Arrays.stream(choice.group(1).split("\\|", -1))
				.map((words) -> words.isEmpty() ? "–" : words)
				.collect(Collectors.joining(" / ", "[", "]"))));
	}

	static List<String> expand(String pattern) {
		Matcher choice = CHOICE.matcher(pattern);
		if (!choice.find()) {
			return List.of(pattern);
		}
		List<String> phrases = new ArrayList<>();
		String before = pattern.substring(0, choice.start());
		List<String> after = expand(pattern.substring(choice.end()));
		Arrays.stream(choice.group(1).split("\\|", -1))
			.forEach((words) -> after.forEach((rest) -> phrases.add(before + words + rest)));
		return phrases;
	}

}
