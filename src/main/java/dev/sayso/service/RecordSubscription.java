package dev.sayso.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.Origin;
import dev.sayso.service.SubscriptionOutcome.Kind;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;
import dev.sayso.store.DiskSpace;
import dev.sayso.store.LowDiskException;

/**
 * The one way a subscription is changed: console, page, API and files all come through
 * here, and what they change is kept with its ledger entry in one transaction, on the
 * same chain as the rest of the person's say.
 */
@Component
public class RecordSubscription {

	/** How long what is asked for waits to be confirmed. */
	static final Duration CONFIRMED_WITHIN = Duration.ofDays(30);

	private final Services services;

	private final Subscriptions subscriptions;

	private final RecordSay say;

	private final Clock clock;

	private final TimeFormat times;

	private final DiskSpace disk;

	private final ApplicationEventPublisher events;

	RecordSubscription(Services services, Subscriptions subscriptions, RecordSay say, Clock clock, TimeFormat times,
			DiskSpace disk, ApplicationEventPublisher events) {
		this.events = events;
		this.services = services;
		this.subscriptions = subscriptions;
		this.say = say;
		this.clock = clock;
		this.times = times;
		this.disk = disk;
	}

	/**
	 * Records by another clock, within the caller's transaction: for what is told after
	 * it happened.
	 */
	public RecordSubscription at(Clock other) {
		return new RecordSubscription(this.services, this.subscriptions, this.say.at(other), other, this.times,
				this.disk, this.events);
	}

	/**
	 * Records what somebody states about a person and a service.
	 * @param by who speaks, with what proof; what it states itself is left alone
	 * @throws dev.sayso.shared.NotFoundException when there is no such person or service
	 * @throws LowDiskException when it subscribes, and there is room for noes alone
	 */
	@Transactional
	public SubscriptionOutcome record(ProfileId profile, Declaration by, SubscriptionStatement statement) {
		Service service = this.services.get(statement.service());
		Say held = this.say.hold(profile);
		Subscription current = this.subscriptions.find(profile, service.slug()).orElse(null);
		Instant now = this.clock.instant();
		Kind kind = weigh(service, current, by, statement, now);
		if (kind == Kind.STANDS && !statement.in() && by.origin() == Origin.SUBJECT) {
			this.events.publishEvent(new ServiceRefusedAgain(profile, service.slug()));
		}
		if (kind != Kind.CHANGED) {
			return new SubscriptionOutcome(kind, null);
		}
		if (statement.in() && this.disk.isLow()) {
			throw new LowDiskException();
		}
		LedgerEntry entry = entry(held, service, current, by, statement, now);
		this.say.append(held, List.of(entry));
		this.subscriptions.save(subscription(service, current, statement, entry));
		return new SubscriptionOutcome(kind, entry);
	}

	/** What recording a statement would come to now; nothing is written. */
	public Kind weigh(Service service, @Nullable Subscription current, Declaration by,
			SubscriptionStatement statement) {
		return weigh(service, current, by, statement, this.clock.instant());
	}

	private Kind weigh(Service service, @Nullable Subscription current, Declaration by, SubscriptionStatement statement,
			Instant now) {
		return new SubscriptionRules(service, current, by).weigh(statement, now,
				LocalDate.ofInstant(now, this.times.zone()));
	}

	private static LedgerEntry entry(Say held, Service service, @Nullable Subscription current, Declaration by,
			SubscriptionStatement statement, Instant now) {
		String frequency = frequency(service, current, statement);
		Declaration proven = by.with(by.evidence().with("frequency", frequency));
		SubscriptionState after = statement.asked() ? SubscriptionState.PENDING
				: statement.in() ? SubscriptionState.SUBSCRIBED : SubscriptionState.UNSUBSCRIBED;
		Instant said = (statement.saidAt() != null) ? statement.saidAt() : now;
		Instant saidAt = (current != null && current.state() == after && current.saidAt().isAfter(said))
				? current.saidAt() : said;
		return LedgerEntry.of(held.profile(), proven, service.purpose(),
				(current != null) ? current.state().key() : null, after.key(), saidAt, statement.reason(), now);
	}

	private Subscription subscription(Service service, @Nullable Subscription current, SubscriptionStatement statement,
			LedgerEntry entry) {
		if (current != null && current.isSubscribed() && statement.in()) {
			return current.coming(frequency(service, current, statement), entry.saidAt(), entry.id());
		}
		Instant until = statement.asked() ? entry.at().plus(CONFIRMED_WITHIN)
				: statement.in() ? service.validity().until(entry.saidAt(), this.times.zone()) : null;
		return new Subscription(entry.profile(), service.slug(), SubscriptionState.of(entry.after()), entry.at(),
				entry.saidAt(), until, frequency(service, current, statement), entry.origin(), entry.own(),
				entry.actor().name(), entry.reason(), entry.source(), entry.id());
	}

	/** How often it comes then: as was chosen, else as it did, else as is usual. */
	private static @Nullable String frequency(Service service, @Nullable Subscription current,
			SubscriptionStatement statement) {
		if (!statement.in()) {
			return null;
		}
		if (statement.frequency() != null) {
			return statement.frequency();
		}
		if (current != null && service.frequency(current.frequency()).isPresent()) {
			return current.frequency();
		}
		return service.words().frequencies().stream().findFirst().map(Frequency::key).orElse(null);
	}

}
