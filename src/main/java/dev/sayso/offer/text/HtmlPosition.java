package dev.sayso.offer.text;

import java.util.Locale;
import java.util.Set;

final class HtmlPosition {

	private static final Set<String> ADDRESSES = Set.of("href", "src", "cite", "background", "action", "formaction",
			"poster", "data", "srcset");

	private final HtmlNesting nesting;

	/** The tag that is open, without the values of its attributes. */
	private final StringBuilder tag = new StringBuilder();

	private boolean inTag;

	/** Whether something of the value of an attribute was read. */
	private boolean begun;

	private char quote;

	HtmlPosition(HtmlNesting nesting) {
		this.nesting = nesting;
	}

	void read(String html) {
		for (int at = 0; at < html.length(); at++) {
			char character = html.charAt(at);
			if (this.inTag) {
				inTag(character);
			}
			else if (character == '<' && (at + 1 == html.length() || "/!?".indexOf(html.charAt(at + 1)) >= 0
					|| Character.isLetter(html.charAt(at + 1)))) {
				this.inTag = true;
				this.tag.setLength(0);
			}
		}
	}

	private void inTag(char character) {
		this.begun = this.quote != 0;
		if (this.quote != 0) {
			if (character == this.quote) {
				this.quote = 0;
				this.tag.append(character);
				this.nesting.close(HtmlNesting.QUOTE);
			}
		}
		else if (character == '"' || character == '\'') {
			this.quote = character;
			this.tag.append(character);
			this.nesting.open(HtmlNesting.QUOTE);
		}
		else if (character == '>') {
			this.inTag = false;
			this.nesting.element(this.tag.toString());
		}
		else {
			this.tag.append(character);
		}
	}

	boolean isInTag() {
		return this.inTag;
	}

	String attribute() {
		String open = this.tag.toString();
		int end = open.lastIndexOf('=');
		if (!this.inTag || (this.quote == 0 && end != open.length() - 1) || end < 0) {
			return "";
		}
		String before = open.substring(0, end).stripTrailing();
		return before.substring(before.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
	}

	boolean isInAddress() {
		return ADDRESSES.contains(attribute());
	}

	/** Whether the value of an attribute begins here. */
	boolean isAtBeginning() {
		return this.quote != 0 && !this.begun;
	}

	boolean isInStyle() {
		return attribute().equals("style");
	}

}
