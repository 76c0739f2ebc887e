package dev.sayso.landing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a page is for.
 */
public enum PageKind {

	/** Creates or updates a profile, with what it says. */
	ACQUISITION,

	/** Stops contact on any channel. */
	DENYLIST;

	static Optional<PageKind> of(String key) {
		return Arrays.stream(values()).filter((kind) -> kind.key().equals(key)).findFirst();
	}

	/** The name in the store, in URLs and in message keys. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
