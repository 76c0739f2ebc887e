package dev.sayso.contact.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How texts begin, or go on, that look like a stop and are not understood: stops with
 * other words glued to them, in forms that no list has, with letters held down too long
 * or figures for letters. They change nothing by themselves: somebody reads them.
 */
final class StopHints {

	private static final Pattern HELD = Pattern.compile("(\\p{L})\\1{2,}");

	/** What stands in figures for letters. */
	private static final Pattern FIGURES = Pattern.compile("(?<=\\p{L})0|0(?=\\p{L})");

	private final List<String> beginnings = new ArrayList<>();

	/** The longest of them, in characters. */
	private int longest;

	/** Adds what a stop may begin with, written in one or not. */
	StopHints add(Collection<String> entries) {
		entries.stream().map((entry) -> String.join("", TextWords.split(entry))).forEach((beginning) -> {
			this.beginnings.add(beginning);
			this.longest = Math.max(this.longest, beginning.length());
		});
		return this;
	}

	/** Whether words, or those from one of them on, begin like a stop. */
	boolean areIn(List<String> words) {
		List<String> plain = words.stream().map(StopHints::plain).toList();
		return IntStream.range(0, plain.size()).anyMatch((from) -> {
			StringBuilder rest = new StringBuilder();
			for (int at = from; at < plain.size() && rest.length() < this.longest; at++) {
				rest.append(plain.get(at));
			}
			return this.beginnings.stream().anyMatch(rest.toString()::startsWith);
		});
	}

	private static String plain(String word) {
		return FIGURES.matcher(HELD.matcher(word).replaceAll("$1")).replaceAll("o");
	}

}
