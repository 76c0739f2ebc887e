package dev.sayso.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import dev.sayso.consent.Verdict;

/**
 * How a channel stands with somebody, as lists are filtered by it.
 */
enum Reach {

	MAY(Verdict.State.MAY_CONTACT.key()), NO(Verdict.State.DO_NOT_CONTACT.key()), WAIT(Verdict.State.WAITING.key()),
	MISSING(Verdict.State.NO_ADDRESS.key()),

	/** Neither yes nor no: the default holds. */
	UNSAID("profile.reach.unsaid");

	private final String label;

	Reach(String label) {
		this.label = label;
	}

	static Optional<Reach> of(String key) {
		return Arrays.stream(values()).filter((reach) -> reach.key().equals(key)).findFirst();
	}

	/**
	 * The value in a URL.
	 */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Message key of its words.
	 */
	public String label() {
		return this.label;
	}

}
