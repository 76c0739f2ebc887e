package dev.sayso.offer.text;

/**
 * Tells where JSON that is read bit by bit stands in a string.
 */
final class JsonQuotes {

	private int quotes;

	private boolean escaped;

	void read(String json) {
		json.chars().forEach(this::read);
	}

	private void read(int character) {
		if (this.escaped) {
			this.escaped = false;
		}
		else if (character == '\\') {
			this.escaped = !isOutside();
		}
		else if (character == '"') {
			this.quotes++;
		}
	}

	boolean isOutside() {
		return this.quotes % 2 == 0;
	}

	/** How many there were, which tells strings apart. */
	int count() {
		return this.quotes;
	}

}
