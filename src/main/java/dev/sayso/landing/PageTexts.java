package dev.sayso.landing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A page's texts in one language.
 *
 * @param intro Markdown, for whoever came by a personal link
 * @param legend the heading of the checkboxes
 * @param boxes by what they are about
 * @param resultText Markdown
 * @param inactive Markdown, shown when the page is not there any more
 * @param privacyNotice an address on the web
 * @param visitorIntro Markdown, for whoever came without one; empty for the same
 */
public record PageTexts(String title, String intro, String legend, Map<String, BoxText> boxes, String button,
		String resultTitle, String resultText, String inactive, String privacyNotice, String visitorIntro) {

	public static final PageTexts NONE = new PageTexts("", "", "", Map.of(), "", "", "", "", "", "");

	public PageTexts {
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

	public BoxText box(String about) {
		return this.boxes.getOrDefault(about, BoxText.NONE);
	}

	/**
	 * The same, with another language's texts where these are missing: nobody sees a page
	 * without a button.
	 */
	PageTexts orElse(PageTexts substitute) {
		Map<String, BoxText> filled = new LinkedHashMap<>(substitute.boxes);
		this.boxes.forEach((about, text) -> filled.merge(about, text,
				(theirs, ours) -> new BoxText(first(ours.label(), theirs.label()), first(ours.help(), theirs.help()))));
		return new PageTexts(first(this.title, substitute.title), first(this.intro, substitute.intro),
				first(this.legend, substitute.legend), filled, first(this.button, substitute.button),
				first(this.resultTitle, substitute.resultTitle), first(this.resultText, substitute.resultText),
				first(this.inactive, substitute.inactive), first(this.privacyNotice, substitute.privacyNotice),
				this.intro.isBlank() ? first(this.visitorIntro, substitute.visitorIntro) : this.visitorIntro);
	}

	public PageTexts asking(String question, String explained) {
		return new PageTexts(question, explained, this.legend, this.boxes, this.button, this.resultTitle,
				this.resultText, this.inactive, this.privacyNotice, "");
	}

	private static String first(String text, String substitute) {
		return text.isBlank() ? substitute : text;
	}

}
