package dev.sayso.service;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody states about one service: that a person is subscribed, or is not.
 *
 * @param service the key of the service
 * @param in whether they are to be subscribed
 * @param frequency the key of how often it is to come; null for what stands, else the
 * usual one
 * @param saidAt when it was said; null for now
 * @param asked whether it is only asked for, and waits until the person confirms it
 */
public record SubscriptionStatement(String service, boolean in, @Nullable String frequency, @Nullable Instant saidAt,
		@Nullable String reason, boolean asked) {

	public static SubscriptionStatement in(String service, @Nullable String frequency, @Nullable String reason) {
		return new SubscriptionStatement(service, true, frequency, null, reason, false);
	}

	public static SubscriptionStatement out(String service, @Nullable String reason) {
		return new SubscriptionStatement(service, false, null, null, reason, false);
	}

	/**
	 * That somebody who is not identified asks for it: it waits to be confirmed where
	 * nothing stands, and replaces nothing.
	 */
	public static SubscriptionStatement asked(String service, @Nullable String frequency) {
		return new SubscriptionStatement(service, true, frequency, null, null, true);
	}

	/** The same at no frequency in particular. */
	public SubscriptionStatement withoutFrequency() {
		return new SubscriptionStatement(this.service, this.in, null, this.saidAt, this.reason, this.asked);
	}

	/** The same, said at another time than now. */
	public SubscriptionStatement saidAt(@Nullable Instant time) {
		return new SubscriptionStatement(this.service, this.in, this.frequency, time, this.reason, this.asked);
	}

}
