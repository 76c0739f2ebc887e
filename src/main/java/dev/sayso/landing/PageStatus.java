package dev.sayso.landing;

import java.util.Locale;

/**
 * What readers of a page meet now.
 */
public enum PageStatus {

	/** Never published. */
	DRAFT,

	/** Published, and its time has not come; nothing else is shown until then. */
	SCHEDULED,

	/** Recipients see it. */
	PUBLISHED,

	/** Published, and its time is over. */
	EXPIRED,

	/** Taken back. */
	UNPUBLISHED;

	/** The name in URLs and in message keys. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
