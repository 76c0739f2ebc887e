package dev.sayso.decision;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.Cap;

/**
 * How much of their caps offers have used up for the person who is decided for.
 */
@FunctionalInterface
public interface CapUsage {

	CapUsage NONE = (offer) -> null;

	/** The first cap of an offer that is spent for the person; null where none is. */
	@Nullable Cap spent(LiveOffer offer);

	default int taken(LiveOffer offer, Cap cap) {
		return 0;
	}

}
