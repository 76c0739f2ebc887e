package dev.sayso.landing;

/**
 * The status of a page at an instant.
 */
public enum PageStatus {

	/** Never published. */
	DRAFT("draft"),

	/** Published, and its time has not come. */
	SCHEDULED("scheduled"),

	/** Recipients see it. */
	PUBLISHED("published"),

	/** Published, and its time is over. */
	EXPIRED("expired"),

	/** Taken back. */
	UNPUBLISHED("unpublished");

	private final String key;

	PageStatus(String key) {
		this.key = key;
	}

	/**
	 * The name in URLs and in message keys.
	 */
	public String key() {
		return this.key;
	}

}
