package dev.sayso.landing.visit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Declaration;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.service.RecordSubscription;
import dev.sayso.service.SubscriptionOutcome;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.shared.ProfileId;

/**
 * Records what a form says about services, within the transaction that takes the form.
 */
@Component
class SubmittedSubscriptions {

	private final RecordSubscription record;

	SubmittedSubscriptions(RecordSubscription record) {
		this.record = record;
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
		SubscriptionOutcome.Kind kind = this.record.record(profile, by, statement).kind();
		return (kind != SubscriptionOutcome.Kind.UNKNOWN_FREQUENCY) ? kind
				: this.record.record(profile, by, statement.withoutFrequency()).kind();
	}

}
