package dev.sayso.contact.receiver;

/**
 * What came of telling a receiver one change.
 *
 * @param word a status, or why there was none: {@code time}, {@code connect},
 * {@code tls}, {@code dns}, {@code forbidden}, {@code broken}
 * @param tookMillis how long it took
 */
record WebhookAnswer(String word, long tookMillis) {

	static WebhookAnswer of(int status, long tookMillis) {
		return new WebhookAnswer(Integer.toString(status), tookMillis);
	}

	boolean isTaken() {
		return this.word.length() == 3 && this.word.charAt(0) == '2';
	}

	/** Whether the receiver says that it is no more (Standard Webhooks). */
	boolean isGone() {
		return this.word.equals("410");
	}

	/**
	 * Whether it lies with the receiver as a whole, and not with this one change.
	 */
	boolean isDown() {
		return !isTaken() && (this.word.length() != 3 || this.word.charAt(0) == '5' || this.word.equals("429")
				|| this.word.equals("404") || this.word.charAt(0) == '3');
	}

}
