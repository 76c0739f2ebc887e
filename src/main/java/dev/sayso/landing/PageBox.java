package dev.sayso.landing;

import java.util.Optional;

import dev.sayso.consent.Purpose;
import dev.sayso.shared.Channel;

/**
 * A channel's checkbox on a page.
 *
 * @param channel a channel's key, or {@link #ANY}
 */
record PageBox(String channel, Meaning meaning) {

	/** Stands for every channel. */
	static final String ANY = "any";

	boolean any() {
		return this.channel.equals(ANY);
	}

	/**
	 * What the box is about; nothing where the channel is none that Sayso knows.
	 */
	Optional<Purpose> purpose() {
		return any() ? Optional.of(Purpose.MARKETING_ANY) : Channel.of(this.channel).map(Purpose::marketing);
	}

	/**
	 * Leaving <em>any channel</em> unticked says nothing about any of them, so it cannot
	 * mean out.
	 */
	boolean fits() {
		return purpose().isPresent() && !(any() && this.meaning == Meaning.IN_OR_OUT);
	}

}
