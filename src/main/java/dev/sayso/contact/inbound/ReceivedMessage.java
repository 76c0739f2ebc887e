package dev.sayso.contact.inbound;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Channel;

/**
 * Something that a provider brought, and what was made of it.
 *
 * @param connector null where it came from none
 * @param source the name of what told it instead
 * @param externalId the provider's id of it, by which it is taken once
 * @param saidAt when it was said, as far as the provider tells
 * @param sender whose address it is about, masked; empty once that is forgotten
 * @param address the same in its normal form, kept only while somebody has to look at it
 * @param content what was said; null where nothing was, or once it is forgotten
 * @param meaning what it was understood as, said at {@code inbound.meaning.<meaning>}
 * @param result what was done, said at {@code inbound.result.<result>}
 * @param people with how many profiles it was done
 * @param reply what was answered to the sender
 * @param decidedBy the name of who looked at it
 */
public record ReceivedMessage(UUID id, @Nullable UUID connector, @Nullable String source, String externalId,
		Instant receivedAt, Instant saidAt, Channel channel, String sender, @Nullable String address,
		@Nullable String content, String meaning, String result, int people, @Nullable String reply, Review review,
		@Nullable Instant decidedAt, @Nullable String decidedBy) {

	/** Whether a human eye is needed, in the order in which what waits stands. */
	public enum Review {

		/** A stop may be in it, and nothing was done. */
		FIRST,

		/** What was done may have been too much. */
		WAITING,

		/** Somebody read it as a stop. */
		STOP,

		/** Somebody saw that there is nothing to do. */
		NOTHING,

		NONE;

		public boolean isOpen() {
			return this == FIRST || this == WAITING;
		}

		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * What a provider brings, before anything is made of it.
	 *
	 * @param externalId empty where the provider gives none: then it is never the same
	 * twice
	 * @param address in its normal form; null where it names none that can be read
	 * @param from the address as it came, for whoever has to make something out of it
	 */
	public record Incoming(String externalId, Instant saidAt, Channel channel, @Nullable String address,
			@Nullable String content, String from) {

		public Incoming(String externalId, Instant saidAt, Channel channel, @Nullable String address,
				@Nullable String content) {
			this(externalId, saidAt, channel, address, content, "");
		}

	}

	/** What was made of it. */
	public record Outcome(String meaning, String result, int people, @Nullable String reply, Review review) {

		public static Outcome of(String meaning, String result, int people) {
			return new Outcome(meaning, result, people, null, Review.NONE);
		}

	}

}
