package dev.sayso.offer.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a text apart at its tags; the sources of the parts are the text again, but for
 * lines that hold nothing but the tag of a section where those are to vanish.
 */
public final class TagParser {

	private final String text;

	private final boolean vanishing;

	private final List<TemplateTag> tags = new ArrayList<>();

	private int at;

	private int line = 1;

	private TagParser(String text, boolean vanishing) {
		this.text = text;
		this.vanishing = vanishing;
	}

	public static List<TemplateTag> of(String text) {
		return new TagParser(text, false).read();
	}

	/** The same without the lines on which a section's tag stands alone. */
	static List<TemplateTag> ofLines(String text) {
		return new TagParser(text, true).read();
	}

	private List<TemplateTag> read() {
		for (int open = this.text.indexOf("{{"); open >= 0; open = this.text.indexOf("{{", this.at)) {
			tag(open);
		}
		literal(this.text.length());
		return this.tags;
	}

	private void tag(int open) {
		String closing = this.text.startsWith("{{{", open) ? "}}}" : "}}";
		int close = this.text.indexOf(closing, open + 2);
		int again = this.text.indexOf("{{", open + closing.length());
		if (close < 0 || (again >= 0 && again < close)) {
			literal(open);
			add(new TemplateTag(TemplateTag.Kind.UNCLOSED, "", null, "{{", this.line), open + 2);
			return;
		}
		int end = close + closing.length();
		TemplateTag.Kind kind = TemplateTag.of(this.text.substring(open + 2, close), "", 0).kind();
		boolean alone = this.vanishing && kind.isSilent() && isAlone(open, end);
		literal(alone ? blanksBefore(open) : open);
		skip(open);
		add(TemplateTag.of(this.text.substring(open + 2, close), this.text.substring(open, end), this.line),
				alone ? blanksAfter(end) : end);
	}

	private void literal(int to) {
		if (to > this.at) {
			add(TemplateTag.literal(this.text.substring(this.at, to), this.line), to);
		}
	}

	private void add(TemplateTag tag, int to) {
		this.tags.add(tag);
		skip(to);
	}

	private void skip(int to) {
		for (; this.at < to; this.at++) {
			this.line += (this.text.charAt(this.at) == '\n') ? 1 : 0;
		}
	}

	private boolean isAlone(int open, int end) {
		int start = blanksBefore(open);
		int next = blanksAfter(end);
		return (start == 0 || this.text.charAt(start - 1) == '\n')
				&& (next == this.text.length() || this.text.charAt(next - 1) == '\n');
	}

	private int blanksBefore(int from) {
		int start = from;
		while (start > this.at && isBlank(this.text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

	/** Up to what is no blank, or to the next line. */
	private int blanksAfter(int from) {
		int end = from;
		while (end < this.text.length() && isBlank(this.text.charAt(end))) {
			end++;
		}
		return (end < this.text.length() && this.text.charAt(end) == '\n') ? end + 1 : end;
	}

	private static boolean isBlank(char character) {
		return character == ' ' || character == '\t' || character == '\r';
	}

}
