package dev.sayso.offer.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Holds that sections begin and end in the same element and the same value of an
 * attribute: left out or repeated, they then never break what stands around them.
 */
public final class HtmlNesting {

	static final String QUOTE = "\"";

	private static final String SECTION = "#";

	private static final Set<String> VOID = Set.of("br", "hr", "img", "wbr", "col", "input", "link", "meta", "area",
			"base", "embed", "source", "track");

	private final Deque<String> open = new ArrayDeque<>();

	private final Set<String> crossing = new LinkedHashSet<>();

	public static Set<String> crossing(String html) {
		HtmlNesting nesting = new HtmlNesting();
		HtmlPosition position = new HtmlPosition(nesting);
		for (TemplateTag tag : TagParser.of(html)) {
			switch (tag.kind()) {
				case LITERAL -> position.read(tag.source());
				case SECTION, INVERTED -> nesting.open(SECTION + tag.name());
				case END -> nesting.close(SECTION + tag.name());
				default -> {
				}
			}
		}
		return nesting.crossing;
	}

	void open(String what) {
		this.open.push(what);
	}

	void close(String what) {
		if (what.equals(this.open.peek())) {
			this.open.pop();
			return;
		}
		String section = what.startsWith(SECTION) ? what : this.open.peek();
		if (section != null && section.startsWith(SECTION)) {
			this.crossing.add(section.substring(SECTION.length()));
		}
		this.open.removeFirstOccurrence(what);
	}

	void element(String tag) {
		boolean ends = tag.startsWith("/");
		String name = tag.substring(ends ? 1 : 0).split("[\\s/]", 2)[0].toLowerCase(Locale.ROOT);
		if (VOID.contains(name) || name.startsWith("!")) {
			return;
		}
		if (ends) {
			close("<" + name);
		}
		else {
			open("<" + name);
		}
	}

}
