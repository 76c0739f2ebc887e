package dev.sayso.exchange.file;

/**
 * Tells whether a text ends inside a quoted cell, so that the row goes on in the next
 * line.
 */
final class Quotes {

	private Quotes() {
	}

	static boolean open(CharSequence text, char separator) {
		boolean quoted = false;
		boolean start = true;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' && (quoted || start)) {
				quoted = !quoted;
				// a doubled quote inside a cell closes and opens again
				start = !quoted;
			}
			else {
				start = c == separator;
			}
		}
		return quoted;
	}

}
