package dev.sayso.consent.suppression;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Origin;
import dev.sayso.shared.Channel;

/**
 * An address on a channel that must not be used.
 *
 * @param own whether the person themself said the no that is kept
 * @param since since when; of a no that is kept, when it was said last
 */
public record Suppression(UUID id, Channel channel, Kind kind, Origin origin, boolean own, Instant since,
		@Nullable String source) {

	/** Why an address is not used. */
	public enum Kind {

		/** A hard bounce, a complaint, a STOP at the carrier. */
		UNDELIVERABLE,

		/** The no of someone erased, or brought in without a profile. */
		KEPT_SAY;

		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		static Kind of(String key) {
			return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
		}

	}

}
