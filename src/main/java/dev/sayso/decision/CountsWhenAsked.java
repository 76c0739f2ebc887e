package dev.sayso.decision;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.Cap;

/**
 * Counts that are read when they are first asked for: most decisions come to no offer
 * that has caps, and then need not know of any.
 */
final class CountsWhenAsked implements CapUsage {

	private final Supplier<CapUsage> read;

	private @Nullable CapUsage counts;

	CountsWhenAsked(Supplier<CapUsage> read) {
		this.read = read;
	}

	@Override
	public @Nullable Cap spent(LiveOffer offer) {
		return offer.caps().isEmpty() ? null : counts().spent(offer);
	}

	@Override
	public int taken(LiveOffer offer, Cap cap) {
		return counts().taken(offer, cap);
	}

	private CapUsage counts() {
		CapUsage known = this.counts;
		if (known == null) {
			known = this.read.get();
			this.counts = known;
		}
		return known;
	}

}
