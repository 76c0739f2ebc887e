package dev.sayso.service;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Declaration;
import dev.sayso.person.Origin;
import dev.sayso.service.SubscriptionOutcome.Kind;

/**
 * Weighs a statement about a service against what stands: the rules of the say, as far as
 * they are about subscriptions.
 *
 * @param current null where nothing was said about the service
 * @param by who speaks, with what proof
 */
record SubscriptionRules(Service service, @Nullable Subscription current, Declaration by) {

	/** What a statement would come to. */
	Kind weigh(SubscriptionStatement statement, Instant now, LocalDate today) {
		Instant said = (statement.saidAt() != null) ? statement.saidAt() : now;
		if (!statement.in()) {
			return weighNo(said);
		}
		if (statement.frequency() != null && this.service.frequency(statement.frequency()).isEmpty()) {
			return Kind.UNKNOWN_FREQUENCY;
		}
		if (statement.asked() && this.current != null && this.current.state() != SubscriptionState.ENDED) {
			return Kind.STANDS;
		}
		if (this.current != null && isOutdated(this.current, said)) {
			return Kind.OUTDATED;
		}
		if (this.current != null && this.current.isSubscribed()) {
			boolean same = statement.frequency() == null || statement.frequency().equals(this.current.frequency());
			return same ? Kind.STANDS : Kind.CHANGED;
		}
		if (this.current != null && this.current.isUnsubscribed() && !mayLift(this.current)) {
			return (this.by.origin() == Origin.IMPORT) ? Kind.KEPT_OUT : Kind.OWN_NO;
		}
		return this.service.takes(today) ? Kind.CHANGED : Kind.CLOSED;
	}

	/**
	 * A no that stands is said again only where it is learnt to be the person's own.
	 */
	private Kind weighNo(Instant said) {
		if (this.current == null) {
			return Kind.CHANGED;
		}
		if (this.current.isUnsubscribed()) {
			boolean theirs = (this.by.own() && !this.current.own())
					|| (this.by.origin() == Origin.SUBJECT && !this.current.isTheirs());
			return theirs ? Kind.CHANGED : Kind.STANDS;
		}
		// when a file's yes was said nobody knows, so no older no gives way to it
		boolean outdated = said.isBefore(this.current.saidAt()) && this.current.origin() != Origin.IMPORT;
		return outdated ? Kind.OUTDATED : Kind.CHANGED;
	}

	/**
	 * What was said before what stands changes nothing; at the same instant a no wins.
	 */
	private static boolean isOutdated(Subscription current, Instant said) {
		int order = said.compareTo(current.saidAt());
		return order < 0 || (order == 0 && current.isUnsubscribed());
	}

	/**
	 * A file lifts no no; a person's own is lifted by them, or by right and with
	 * evidence.
	 */
	private boolean mayLift(Subscription no) {
		if (this.by.origin() == Origin.IMPORT) {
			return false;
		}
		return !no.isTheirs() || this.by.isByPerson() || (this.by.mayLift() && !this.by.evidence().isEmpty());
	}

}
