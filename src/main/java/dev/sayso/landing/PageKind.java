package dev.sayso.landing;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a page is for.
 */
public enum PageKind {

	/** Creates or updates a profile, with what it says. */
	ACQUISITION("acquisition"),

	/** Stops contact on any channel. */
	DENYLIST("denylist");

	private final String key;

	PageKind(String key) {
		this.key = key;
	}

	static Optional<PageKind> of(String key) {
		return Arrays.stream(values()).filter((kind) -> kind.key.equals(key)).findFirst();
	}

	/**
	 * The name in the store, in URLs and in message keys.
	 */
	public String key() {
		return this.key;
	}

}
