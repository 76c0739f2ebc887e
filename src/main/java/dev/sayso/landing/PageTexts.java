package dev.sayso.landing;

import java.util.Objects;

/**
 * What a page says in one language besides its blocks.
 *
 * @param resultText Markdown
 * @param inactive Markdown, shown when the page is not there any more
 * @param privacyNotice an address on the web
 */
public record PageTexts(String title, String resultTitle, String resultText, String inactive, String privacyNotice) {

	public static final PageTexts NONE = new PageTexts("", "", "", "", "");

	public PageTexts {
		title = Objects.requireNonNullElse(title, "");
		resultTitle = Objects.requireNonNullElse(resultTitle, "");
		resultText = Objects.requireNonNullElse(resultText, "");
		inactive = Objects.requireNonNullElse(inactive, "");
		privacyNotice = Objects.requireNonNullElse(privacyNotice, "");
	}

	/** The same, with another language's texts where these are missing. */
	PageTexts orElse(PageTexts substitute) {
		return new PageTexts(first(this.title, substitute.title), first(this.resultTitle, substitute.resultTitle),
				first(this.resultText, substitute.resultText), first(this.inactive, substitute.inactive),
				first(this.privacyNotice, substitute.privacyNotice));
	}

	PageTexts withPrivacyNotice(String notice) {
		return new PageTexts(this.title, this.resultTitle, this.resultText, this.inactive, notice);
	}

	private static String first(String text, String substitute) {
		return text.isBlank() ? substitute : text;
	}

}
