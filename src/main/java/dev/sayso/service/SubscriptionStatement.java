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
 */
public record SubscriptionStatement(String service, boolean in, @Nullable String frequency, @Nullable Instant saidAt,
		@Nullable String reason) {

	public static SubscriptionStatement in(String service, @Nullable String frequency, @Nullable String reason) {
		return new SubscriptionStatement(service, true, frequency, null, reason);
	}

	public static SubscriptionStatement out(String service, @Nullable String reason) {
		return new SubscriptionStatement(service, false, null, null, reason);
	}

	/** The same, said at another time than now. */
	public SubscriptionStatement saidAt(@Nullable Instant time) {
		return new SubscriptionStatement(this.service, this.in, this.frequency, time, this.reason);
	}

}
