package dev.sayso.service;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.person.People;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * The samples of the service room.
 */
public abstract class ServiceRoom {

	public static final Evidence PROOF = Evidence.NONE.with("kind", "letter");

	@Autowired
	public Services services;

	@Autowired
	public ServiceManagement management;

	@Autowired
	public Subscriptions subscriptions;

	@Autowired
	public RecordSubscription record;

	@Autowired
	public Ledger ledger;

	@Autowired
	public People people;

	@Autowired
	public Clock clock;

	@Autowired
	SubscriptionExpiry expiry;

	public Service service(String key) {
		return service(key, ServiceValidity.ALWAYS);
	}

	public Service service(String key, ServiceValidity validity, String... often) {
		List<Frequency> frequencies = List.of(often)
			.stream()
			.map((name) -> new Frequency(name, name, Map.of("fr", name + " fr")))
			.toList();
		return this.management.create(key, Channel.EMAIL,
				new ServiceContent("Name of " + key, "", false, validity, new ServiceWords(Map.of(), frequencies)),
				People.OPERATOR);
	}

	public SubscriptionOutcome in(ProfileId person, String service, Declaration by) {
		return this.record.record(person, by, SubscriptionStatement.in(service, null, null));
	}

	public SubscriptionOutcome out(ProfileId person, String service, Declaration by) {
		return this.record.record(person, by, SubscriptionStatement.out(service, null));
	}

	public RecordSubscription ago(Duration time) {
		return this.record.at(Clock.fixed(this.clock.instant().minus(time), ZoneOffset.UTC));
	}

	/** Ends what is due. */
	public void expire() {
		this.expiry.expire();
	}

	public @Nullable SubscriptionState state(ProfileId person, String service) {
		return this.subscriptions.find(person, service).map(Subscription::state).orElse(null);
	}

	public LedgerEntry latest(ProfileId person) {
		return this.ledger.list(person, null, 1).get(0);
	}

	public static Declaration operator() {
		return Declaration.byOperator(People.OPERATOR, List.of(), PROOF);
	}

	public static Declaration person() {
		return Declaration.bySubject(List.of(), Evidence.NONE, "Page", null);
	}

	public static Declaration file(boolean own) {
		return Declaration.byImport(People.OPERATOR, List.of(), Evidence.NONE, "File", own);
	}

	static Declaration api(boolean mayLift, Evidence evidence) {
		return Declaration.byApi(Actor.token("t", "Token"), mayLift, List.of(), evidence, false);
	}

}
