package dev.sayso.person;

/**
 * Who or what changed a say or a profile.
 */
public enum Origin {

	/** The person, on a page, by one click or by SMS. */
	SUBJECT,

	/** Somebody signed in to the console. */
	OPERATOR,

	/** A file. */
	IMPORT,

	/** Another system. */
	API,

	/** Sayso itself, by a rule. */
	SYSTEM;

	/**
	 * The name in the API and in messages.
	 */
	public String key() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

}
