package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/**
 * Placeholders in a piece of a page for what is one reader's alone. So the piece looks
 * the same for many, is rendered once for all of them and filled in for each.
 */
final class ReaderPlaceholders {

	/** What no text of anybody's can hold: it is drawn anew at each start. */
	private static final String MARK = UUID.randomUUID() + ":";

	private static final char END = ';';

	private final List<String> fillings = new ArrayList<>();

	/**
	 * A text, to stand in the model for an element's text or an attribute's value. It is
	 * escaped as the templates escape.
	 */
	String text(String text) {
		return html(HtmlEscape.escapeHtml4Xml(text));
	}

	/** The same where there may be none, which looks different. */
	@Nullable String textOrNull(@Nullable String text) {
		return (text != null) ? text(text) : null;
	}

	String html(String html) {
		this.fillings.add(html);
		return MARK + (this.fillings.size() - 1) + END;
	}

	String fill(Shape shape) {
		StringBuilder html = new StringBuilder(shape.length() * 2);
		html.append(shape.start());
		shape.gaps().forEach((gap) -> html.append(this.fillings.get(gap.placeholder())).append(gap.after()));
		return html.toString();
	}

	record Shape(String start, List<Gap> gaps) {

		/** Where a placeholder is filled in, and what follows it. */
		record Gap(int placeholder, String after) {
		}

		static Shape of(String rendered) {
			String[] parts = rendered.split(MARK);
			List<Gap> gaps = new ArrayList<>();
			for (int part = 1; part < parts.length; part++) {
				int end = parts[part].indexOf(END);
				gaps.add(new Gap(Integer.parseInt(parts[part].substring(0, end)), parts[part].substring(end + 1)));
			}
			return new Shape(parts[0], List.copyOf(gaps));
		}

		int length() {
			return this.start.length() + this.gaps.stream().mapToInt((gap) -> gap.after().length()).sum();
		}

	}

}
