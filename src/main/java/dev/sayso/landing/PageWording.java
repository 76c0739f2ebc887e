package dev.sayso.landing;

import java.util.Map;

import dev.sayso.consent.Purpose;

/**
 * A page's texts in one language, as its readers see them.
 *
 * @param personalIntro for whoever came by a personal link
 * @param visitorIntro for whoever came without one
 * @param resultText safe HTML
 * @param closedText safe HTML
 */
public record PageWording(String language, String title, Text personalIntro, Text visitorIntro, String legend,
		Map<Purpose, BoxText> boxes, String button, String resultTitle, String resultText, String closedText,
		PageContact.Sender sender) {

	/**
	 * @param html safe
	 */
	public record Text(String markdown, String html) {
	}

	public Text intro(boolean identified) {
		return identified ? this.personalIntro : this.visitorIntro;
	}

	public BoxText box(Purpose purpose) {
		return this.boxes.getOrDefault(purpose, BoxText.NONE);
	}

}
