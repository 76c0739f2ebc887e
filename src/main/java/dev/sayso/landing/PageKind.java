package dev.sayso.landing;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

public enum PageKind {

	/** Creates or updates a profile, with what it says. */
	ACQUISITION,

	/** Stops contact on any channel. */
	DENYLIST;

	/** The name in the store, in URLs and in message keys. */
	@JsonValue
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
