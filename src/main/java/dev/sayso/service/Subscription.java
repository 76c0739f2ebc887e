package dev.sayso.service;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.Origin;
import dev.sayso.shared.ProfileId;

/**
 * How one person stands to one service, with since when, by whom and why.
 *
 * @param service the key of the service
 * @param since when Sayso recorded it
 * @param saidAt when it was said, which another system may put before {@code since}
 * @param until when it ends by itself; null for never
 * @param frequency the key of how often it comes; null where there is nothing to choose
 * @param own whether it is surely the person's own say
 * @param actor the name of who recorded it; empty for the person themself
 * @param source where it was said, in words
 * @param ledgerId the ledger's entry that wrote it
 */
public record Subscription(ProfileId profile, String service, SubscriptionState state, Instant since, Instant saidAt,
		@Nullable Instant until, @Nullable String frequency, Origin origin, boolean own, String actor,
		@Nullable String reason, @Nullable String source, UUID ledgerId) {

	/** The same coming more or less often. */
	Subscription coming(@Nullable String often, Instant said, UUID entry) {
		return new Subscription(this.profile, this.service, this.state, this.since, said, this.until, often,
				this.origin, this.own, this.actor, this.reason, this.source, entry);
	}

	public boolean isSubscribed() {
		return this.state == SubscriptionState.SUBSCRIBED;
	}

	public boolean isUnsubscribed() {
		return this.state == SubscriptionState.UNSUBSCRIBED;
	}

	/**
	 * Whether others lift it only by right and with evidence: what the person said
	 * themself, and what somebody said on a page who typed their address.
	 */
	public boolean isTheirs() {
		return this.own || this.origin == Origin.SUBJECT;
	}

}
