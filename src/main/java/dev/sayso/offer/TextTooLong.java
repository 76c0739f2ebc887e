package dev.sayso.offer;

/**
 * A text that grew past what anybody shows, such as by a list that the request made long.
 */
public class TextTooLong extends RuntimeException {

	private static final long serialVersionUID = 1L;

	TextTooLong() {
		super("more than " + Template.MOST + " characters", null, false, false);
	}

}
