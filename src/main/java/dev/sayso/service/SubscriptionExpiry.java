package dev.sayso.service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.shared.NotFoundException;

/**
 * Ends subscriptions whose time has passed, and says so in the ledger. What is due stands
 * in the store and is looked at again under the person's lock, so that a restart loses
 * nothing and several instances do it once.
 */
@Component
class SubscriptionExpiry {

	private static final Logger log = LoggerFactory.getLogger(SubscriptionExpiry.class);

	private static final int AT_ONCE = 500;

	private final Subscriptions subscriptions;

	private final Subscribers subscribers;

	private final RecordSay say;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SubscriptionExpiry(Subscriptions subscriptions, Subscribers subscribers, RecordSay say,
			TransactionTemplate transaction, Clock clock) {
		this.subscriptions = subscriptions;
		this.subscribers = subscribers;
		this.say = say;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Looks every minute; what fails is tried again. */
	@Scheduled(initialDelay = 20, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
	void expireQuietly() {
		try {
			expire();
		}
		catch (RuntimeException ex) {
			log.warn("Subscriptions whose time has passed end later: {}", ex.getClass().getSimpleName());
		}
	}

	/**
	 * Ends what is due.
	 * @return how many subscriptions
	 */
	int expire() {
		Instant now = this.clock.instant();
		int ended = 0;
		List<Subscription> due = this.subscribers.due(now, AT_ONCE);
		while (!due.isEmpty()) {
			int before = ended;
			for (Subscription subscription : due) {
				ended += endQuietly(subscription, now) ? 1 : 0;
			}
			due = (due.size() == AT_ONCE && ended > before) ? this.subscribers.due(now, AT_ONCE) : List.of();
		}
		return ended;
	}

	/** Ends one, and keeps nobody else waiting if that fails. */
	private boolean endQuietly(Subscription read, Instant now) {
		try {
			this.transaction.executeWithoutResult((status) -> end(read, now));
			return true;
		}
		catch (NotFoundException ex) {
			// erased just now, with all that was subscribed
		}
		catch (RuntimeException ex) {
			log.warn("A subscription whose time has passed ends later: {}", ex.getClass().getSimpleName());
		}
		return false;
	}

	private void end(Subscription read, Instant now) {
		Say held = this.say.hold(read.profile());
		this.subscriptions.find(read.profile(), read.service())
			.filter((current) -> current.ledgerId().equals(read.ledgerId()))
			.filter((current) -> current.until() != null && !current.until().isAfter(now))
			.ifPresent((current) -> end(held, current));
	}

	private void end(Say held, Subscription current) {
		Instant until = Objects.requireNonNull(current.until());
		Declaration by = Declaration.bySystem(List.of(),
				Evidence.NONE.with("ended", until.toString()).with("subscribed", current.since().toString()), null,
				null);
		LedgerEntry entry = LedgerEntry.of(held.profile(), by, Service.PURPOSE + current.service(),
				current.state().key(), SubscriptionState.ENDED.key(), until, null, this.clock.instant());
		this.say.append(held, List.of(entry));
		this.subscriptions.save(new Subscription(held.profile(), current.service(), SubscriptionState.ENDED, entry.at(),
				entry.saidAt(), null, null, entry.origin(), entry.own(), entry.actor().name(), null, null, entry.id()));
	}

}
