package dev.sayso.contact.events;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * What happened to a message that was sent to somebody.
 *
 * @param address where it went, normalised; null where only the person is known
 * @param profile whom it was for; null where only the address is known
 * @param at when it happened
 * @param message the sender's own id of the message
 * @param diagnostic what the receiving side said, in its own words
 * @param text what the person replied
 */
record MessageEvent(Kind kind, Channel channel, @Nullable String address, @Nullable ProfileId profile, Instant at,
		@Nullable String message, @Nullable String diagnostic, @Nullable String text) {

	MessageEvent {
		if (address == null) {
			Objects.requireNonNull(profile, "an event is about somebody");
		}
	}

	/** What happened. */
	enum Kind {

		SENT, DELIVERED,

		/** It did not arrive this time. */
		SOFT_BOUNCE,

		/** It will never arrive there. */
		HARD_BOUNCE,

		/** The carrier does not pass it on, since the person told the carrier to stop. */
		CARRIER_STOP,

		/** They told their mailbox that it is unwanted. */
		COMPLAINT,

		REPLY, UNSUBSCRIBE;

		/** The name in the store and in message keys. */
		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		static Kind of(String key) {
			return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
		}

		/**
		 * Whether it may be a no, which is never overlooked for having been said before.
		 */
		boolean isNo() {
			return this == CARRIER_STOP || this == COMPLAINT || this == REPLY || this == UNSUBSCRIBE;
		}

		/**
		 * Whether each is kept by itself; of what went well only the number and the last
		 * time are.
		 */
		boolean isKept() {
			return this != SENT && this != DELIVERED;
		}

	}

	/** What became of it. */
	enum Effect {

		/** Kept, and nothing else. */
		NOTED,

		/** Told before; nothing happens twice. */
		REPEATED,

		/** A bounce that counts, with too few others yet. */
		COUNTED,

		/** The address is suppressed since. */
		SUPPRESSED,

		/** What it would do stood already, or was answered since it happened. */
		STOOD,

		/** The person's own no is recorded. */
		OPTED_OUT,

		/** The device's token is removed. */
		TOKEN_GONE,

		/** A message arrived, so that an address that rested is used again. */
		RESUMED;

		/** The name in the API, in the store and in message keys. */
		public String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		static Effect of(String key) {
			return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
		}

	}

}
