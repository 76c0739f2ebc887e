package dev.sayso.mail;

import java.util.Locale;

/**
 * How far a mail is.
 */
public enum MailState {

	/** Tried when its time comes. */
	WAITING,

	/** Claimed by an instance, and nothing of it was given to the server. */
	SENDING,

	/** Its text is on the way to the server, which has not said yet that it took it. */
	OFFERED,

	/** The server took it. */
	SENT,

	/** Kept to be read in the console, as the demo does. */
	KEPT,

	/** Refused for good, or tried for too long. */
	FAILED,

	/** The process or the line broke while it was offered: it may have arrived. */
	UNSURE;

	static MailState of(String key) {
		return valueOf(key.toUpperCase(Locale.ROOT));
	}

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether somebody has to say what becomes of it. */
	public boolean isStuck() {
		return this == FAILED || this == UNSURE;
	}

}
