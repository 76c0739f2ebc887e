package dev.sayso.offer.text;

/**
 * A text that grew past what anybody shows, such as by a list that the request made long.
 */
public class TextTooLongException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	TextTooLongException() {
		super("more than " + Template.MOST + " characters", null, false, false);
	}

}
