package dev.sayso.landing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The texts of a {@link PlainPage} in one language.
 *
 * @param intro Markdown, for whoever came by a personal link
 * @param legend the heading of the checkboxes
 * @param boxes by what they are about
 * @param resultText Markdown
 * @param inactive Markdown, shown when the page is not there any more
 * @param privacyNotice an address on the web
 * @param visitorIntro Markdown, for whoever came without one; empty for the same
 */
public record PlainTexts(String title, String intro, String legend, Map<String, BlockText> boxes, String button,
		String resultTitle, String resultText, String inactive, String privacyNotice, String visitorIntro) {

	public static final PlainTexts NONE = new PlainTexts("", "", "", Map.of(), "", "", "", "", "", "");

	public PlainTexts {
		title = Objects.requireNonNullElse(title, "");
		intro = Objects.requireNonNullElse(intro, "");
		legend = Objects.requireNonNullElse(legend, "");
		button = Objects.requireNonNullElse(button, "");
		resultTitle = Objects.requireNonNullElse(resultTitle, "");
		resultText = Objects.requireNonNullElse(resultText, "");
		inactive = Objects.requireNonNullElse(inactive, "");
		privacyNotice = Objects.requireNonNullElse(privacyNotice, "");
		visitorIntro = Objects.requireNonNullElse(visitorIntro, "");
		boxes = (boxes != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(boxes)) : Map.of();
	}

	public BlockText box(String about) {
		return this.boxes.getOrDefault(about, BlockText.NONE);
	}

	/**
	 * What visitors read: without a text of their own, the other without its promises.
	 */
	String forVisitors() {
		return this.visitorIntro.isBlank() ? UntickedPromise.without(this.intro) : this.visitorIntro;
	}

	public PageTexts texts() {
		return new PageTexts(this.title, this.resultTitle, this.resultText, this.inactive, this.privacyNotice);
	}

	public PlainTexts asking(String question, String explained) {
		return new PlainTexts(question, explained, this.legend, this.boxes, this.button, this.resultTitle,
				this.resultText, this.inactive, this.privacyNotice, "");
	}

}
