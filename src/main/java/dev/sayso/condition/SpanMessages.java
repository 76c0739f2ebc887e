package dev.sayso.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;

import dev.sayso.condition.ConditionSentences.Span;

/**
 * Messages filled with words of which some are strong. A value only ever takes the place
 * of a mark that the message holds, so that whatever stands in it is text.
 */
record SpanMessages(MessageSource source, Locale reader) {

	/** The first of the characters that stand for arguments. */
	private static final char FIRST = '\uE000';

	private static final Object[] MARKS = IntStream.range(0, 3)
		.mapToObj((at) -> String.valueOf((char) (FIRST + at)))
		.toArray();

	private static final Pattern MARK = Pattern.compile("</?b>|[\uE000-\uE002]");

	static List<Span> strong(String text) {
		return List.of(new Span(text, true));
	}

	static List<Span> concat(List<Span> first, List<Span> second) {
		return Stream.concat(first.stream(), second.stream()).toList();
	}

	@Nullable String find(String key) {
		return this.source.getMessage(key, MARKS, null, this.reader);
	}

	String text(String key, Object... arguments) {
		return this.source.getMessage(key, arguments, this.reader);
	}

	List<Span> say(String key, List<Span> words) {
		return say(key, words, List.of());
	}

	List<Span> say(String key, List<Span> first, List<Span> second) {
		return fill(Objects.requireNonNull(find(key), key), List.of(first, second));
	}

	/**
	 * A list as the messages {@code start}, {@code next} and {@code last} of a key join
	 * it.
	 */
	List<Span> join(String key, List<List<Span>> items) {
		List<Span> joined = List.of();
		for (int at = 0; at < items.size(); at++) {
			String place = (at == 0) ? ".start" : (at < items.size() - 1) ? ".next" : ".last";
			joined = concat(joined, say(key + place, items.get(at)));
		}
		return joined;
	}

	static List<Span> fill(String template, List<List<Span>> words) {
		List<Span> filled = new ArrayList<>();
		boolean strong = false;
		int from = 0;
		Matcher mark = MARK.matcher(template);
		while (mark.find()) {
			add(filled, template.substring(from, mark.start()), strong);
			from = mark.end();
			if (mark.group().length() == 1) {
				boolean all = strong;
				words.get(mark.group().charAt(0) - FIRST)
					.forEach((word) -> add(filled, word.text(), all || word.strong()));
			}
			else {
				strong = mark.group().equals("<b>");
			}
		}
		add(filled, template.substring(from), strong);
		return filled;
	}

	private static void add(List<Span> spans, String text, boolean strong) {
		if (text.isEmpty()) {
			return;
		}
		Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
		if (last != null && last.strong() == strong) {
			spans.set(spans.size() - 1, new Span(last.text() + text, strong));
		}
		else {
			spans.add(new Span(text, strong));
		}
	}

	static List<Span> merged(List<Span> spans) {
		return fill(String.valueOf(FIRST), List.of(spans));
	}

}
