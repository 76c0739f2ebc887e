package dev.sayso.consent.status;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a person may be reached on a channel, as lists filter by it.
 */
public enum ChannelReach {

	MAY, NO, WAIT, MISSING;

	/** A filter of the list: neither yes nor no was said, so the default holds. */
	public static final String UNSAID = "unsaid";

	public static Optional<ChannelReach> of(String key) {
		return Arrays.stream(values()).filter((reach) -> reach.key().equals(key)).findFirst();
	}

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	public String label() {
		return "profile.reach." + key();
	}

}
