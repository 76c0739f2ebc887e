package dev.sayso.landing;

import java.util.Map;

import dev.sayso.consent.Purpose;

/**
 * A page's texts in one language, as its readers see them.
 *
 * @param intro Markdown
 * @param introHtml the same as safe HTML
 * @param resultText safe HTML
 * @param closedText safe HTML
 */
public record PageWording(String language, String title, String intro, String introHtml, String legend,
		Map<Purpose, BoxText> boxes, String button, String resultTitle, String resultText, String closedText,
		PageContact.Sender sender) {

	/**
	 * The page's own texts of a checkbox.
	 */
	public BoxText box(Purpose purpose) {
		return this.boxes.getOrDefault(purpose, BoxText.NONE);
	}

}
