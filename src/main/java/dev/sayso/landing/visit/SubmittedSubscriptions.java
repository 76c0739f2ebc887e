package dev.sayso.landing.visit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.service.RecordSubscription;
import dev.sayso.service.Services;
import dev.sayso.service.SubscriptionOutcome;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.shared.ProfileId;

/**
 * Records what a form or a link says about services, within the transaction that takes
 * it. A no to a service that is gone is one to e-mail, as the narrowest that is left: RFC
 * 8058 is about mail, and a no to what nobody can send any more would stop nothing.
 */
@Component
class SubmittedSubscriptions {

	private static final List<Statement> INSTEAD = List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.NO));

	private final RecordSubscription record;

	private final RecordSay say;

	private final Services services;

	SubmittedSubscriptions(RecordSubscription record, RecordSay say, Services services) {
		this.record = record;
		this.say = say;
		this.services = services;
	}

	/** What else is said by a no to services that are gone. */
	List<Statement> instead(Collection<SubscriptionStatement> statements) {
		return statements.stream().anyMatch(this::isGone) ? INSTEAD : List.of();
	}

	private boolean isGone(SubscriptionStatement statement) {
		return !statement.in() && this.services.findBySlug(statement.service()).isEmpty();
	}

	/**
	 * @param by who speaks, with what proof
	 * @return whether anything changed
	 * @throws FormFaults where a service takes nobody new any more
	 */
	boolean record(ProfileId profile, Declaration by, Collection<SubscriptionStatement> statements) {
		boolean changed = false;
		Map<String, String> faults = new LinkedHashMap<>();
		for (SubscriptionStatement statement : statements) {
			SubscriptionOutcome.Kind kind = record(profile, by, statement);
			changed |= kind == SubscriptionOutcome.Kind.CHANGED;
			if (kind == SubscriptionOutcome.Kind.CLOSED) {
				faults.put(PublicFormBody.SERVICE + statement.service(), "public.fault.service");
			}
		}
		if (!faults.isEmpty()) {
			throw new FormFaults(faults);
		}
		return changed;
	}

	/**
	 * Records what waits until the person confirms it, and where a service takes nobody
	 * new nothing: what is answered may not tell whom it knows.
	 */
	void ask(ProfileId profile, Declaration by, Collection<SubscriptionStatement> statements) {
		statements.forEach((statement) -> record(profile, by, statement));
	}

	/** A frequency that is none, or is none any more, is as if it were not chosen. */
	private SubscriptionOutcome.Kind record(ProfileId profile, Declaration by, SubscriptionStatement statement) {
		if (isGone(statement)) {
			return this.say.record(profile, by.stating(INSTEAD)).isEmpty() ? SubscriptionOutcome.Kind.STANDS
					: SubscriptionOutcome.Kind.CHANGED;
		}
		SubscriptionOutcome.Kind kind = this.record.record(profile, by, statement).kind();
		return (kind != SubscriptionOutcome.Kind.UNKNOWN_FREQUENCY) ? kind
				: this.record.record(profile, by, statement.withoutFrequency()).kind();
	}

}
