package dev.sayso.mail;

/**
 * What came of handing a mail to the server.
 *
 * @param fault the end of a message key; empty where it was taken
 * @param detail what the server said, without addresses
 */
record Handover(Result result, String fault, String detail) {

	static final Handover TAKEN = new Handover(Result.TAKEN, "", "");

	enum Result {

		TAKEN,

		/** No server that takes mails from us was reached: others need not be tried. */
		AWAY,

		/** Not now. */
		LATER,

		/** Never. */
		REFUSED,

		/** The line broke while its text was sent, so that it may have been taken. */
		UNSURE

	}

}
