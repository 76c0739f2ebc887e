package dev.sayso.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.LedgerFilter;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.ChangeFilter;
import dev.sayso.person.Origin;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;

/**
 * Takes back what an operator or a form changed of subscriptions, where nobody has said
 * anything about the service since: what stood before stands again, by whom and since
 * when it was said.
 */
@Component
public class SubscriptionUndo {

	/** The fact of the evidence that names the entry that is taken back. */
	static final String UNDOES = "undoes";

	/** How long an operator may take back what they did to one person. */
	private static final Duration OPERATOR_MAY = Duration.ofDays(1);

	private final Services services;

	private final Subscriptions subscriptions;

	private final RecordSay say;

	private final Ledger ledger;

	private final Clock clock;

	private final TimeFormat times;

	SubscriptionUndo(Services services, Subscriptions subscriptions, RecordSay say, Ledger ledger, Clock clock,
			TimeFormat times) {
		this.services = services;
		this.subscriptions = subscriptions;
		this.say = say;
		this.ledger = ledger;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * Takes back what this operator did to one person in the last day.
	 * @return whether it did; not where others have spoken since, or it was undone before
	 */
	@Transactional
	public boolean undo(ProfileId profile, Actor operator, UUID change) {
		Instant earliest = this.clock.instant().minus(OPERATOR_MAY);
		return this.ledger.find(change)
			.filter((entry) -> entry.profile().equals(profile) && entry.origin() == Origin.OPERATOR
					&& entry.actor().equals(operator) && entry.at().isAfter(earliest))
			.filter((entry) -> entry.purpose().startsWith(Service.PURPOSE))
			.map((entry) -> undo(entry, operator))
			.orElse(false);
	}

	/**
	 * Takes back an entry, whoever wrote it.
	 * @return whether it did; not where others have spoken since
	 */
	@Transactional
	public boolean undo(LedgerEntry undone, Actor operator) {
		return undo(undone,
				Declaration.byOperator(operator, List.of(), Evidence.NONE.with(UNDOES, undone.id().toString())));
	}

	/**
	 * Takes back what a form changed.
	 * @param which of its changes
	 * @param evidence of who takes it back
	 * @return how many changes; none where others have spoken since, or they were undone
	 * before
	 */
	@Transactional
	public int undo(ProfileId profile, UUID submission, Predicate<LedgerEntry> which, Evidence evidence,
			String source) {
		Declaration by = Declaration.bySubject(List.of(), evidence.with(UNDOES, submission.toString()), source, null);
		return (int) this.ledger.ofSubmission(profile, submission)
			.stream()
			.filter((entry) -> entry.purpose().startsWith(Service.PURPOSE) && which.test(entry))
			.filter((entry) -> undo(entry, by))
			.count();
	}

	private boolean undo(LedgerEntry undone, Declaration by) {
		ProfileId profile = undone.profile();
		String service = undone.purpose().substring(Service.PURPOSE.length());
		Say held = this.say.hold(profile);
		Subscription current = this.subscriptions.find(profile, service).orElse(null);
		if (current == null || !current.ledgerId().equals(undone.id())) {
			return false;
		}
		String before = (undone.before() != null) ? undone.before() : SubscriptionState.NOTHING;
		LedgerEntry entry = LedgerEntry.of(profile, by, undone.purpose(), current.state().key(), before,
				this.clock.instant(), null, this.clock.instant());
		this.say.append(held, List.of(entry));
		restored(undone, entry, current).ifPresentOrElse(this.subscriptions::save,
				() -> this.subscriptions.delete(profile, service));
		return true;
	}

	/**
	 * The subscription as the entry before the undone one left it, under the ledger's new
	 * entry; empty where there was none.
	 */
	private Optional<Subscription> restored(LedgerEntry undone, LedgerEntry entry, Subscription current) {
		if (entry.after().equals(SubscriptionState.NOTHING)) {
			return Optional.empty();
		}
		SubscriptionState state = SubscriptionState.of(entry.after());
		List<LedgerEntry> earlier = this.ledger.find(undone.profile(),
				new LedgerFilter(undone.purpose(), ChangeFilter.ALL), undone.seq(), 100);
		LedgerEntry last = earlier.get(0);
		// a subscription is as old as when it began, whatever changed about it since
		LedgerEntry began = (state == SubscriptionState.SUBSCRIBED) ? earlier.stream()
			.filter((past) -> past.after().equals(state.key()) && !past.after().equals(past.before()))
			.findFirst()
			.orElse(last) : last;
		Object frequency = last.evidence().facts().get("frequency");
		Instant until = (state == SubscriptionState.PENDING) ? began.saidAt().plus(RecordSubscription.CONFIRMED_WITHIN)
				: (state != SubscriptionState.SUBSCRIBED) ? null
						: current.isSubscribed() ? current.until()
								: this.services.findBySlug(current.service())
									.map((service) -> service.validity().until(began.saidAt(), this.times.zone()))
									.orElse(null);
		return Optional.of(new Subscription(undone.profile(), current.service(), state, began.at(), entry.saidAt(),
				until, (frequency != null && state == SubscriptionState.SUBSCRIBED) ? frequency.toString() : null,
				began.origin(), began.own(), began.actor().name(), began.reason(), began.source(), entry.id()));
	}

}
