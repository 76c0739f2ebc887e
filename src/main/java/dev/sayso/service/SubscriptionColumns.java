package dev.sayso.service;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Declaration;
import dev.sayso.exchange.ServiceColumns;
import dev.sayso.shared.ProfileId;

/**
 * Subscriptions in files of people.
 */
@Component
class SubscriptionColumns implements ServiceColumns {

	private final Services services;

	private final Subscriptions subscriptions;

	private final RecordSubscription record;

	SubscriptionColumns(Services services, Subscriptions subscriptions, RecordSubscription record) {
		this.services = services;
		this.subscriptions = subscriptions;
		this.record = record;
	}

	@Override
	public Map<String, String> services() {
		Map<String, String> names = new LinkedHashMap<>();
		this.services.findAllByOrderByName()
			.stream()
			.filter((service) -> !service.isArchived())
			.forEach((service) -> names.put(service.slug(), service.name()));
		return names;
	}

	@Override
	public boolean isArchived(String service) {
		return this.services.findBySlug(service).filter(Service::isArchived).isPresent();
	}

	@Override
	public Map<ProfileId, Map<String, String>> states(Collection<ProfileId> people) {
		Map<ProfileId, Map<String, String>> states = new HashMap<>();
		this.subscriptions.load(people).forEach((person, subscribed) -> {
			Map<String, String> byService = new TreeMap<>();
			subscribed.byService()
				.forEach((service, subscription) -> byService.put(service, subscription.state().key()));
			states.put(person, byService);
		});
		return states;
	}

	@Override
	public Result record(ProfileId profile, Declaration by, String service, boolean in, @Nullable Instant saidAt) {
		if (this.services.findBySlug(service).isEmpty()) {
			return Result.STANDS;
		}
		SubscriptionStatement statement = in ? SubscriptionStatement.in(service, null, null)
				: SubscriptionStatement.out(service, null);
		return switch (this.record.record(profile, by, statement.saidAt(saidAt)).kind()) {
			case CHANGED -> Result.CHANGED;
			case STANDS, UNKNOWN_FREQUENCY -> Result.STANDS;
			case OUTDATED -> Result.OVERTAKEN;
			case KEPT_OUT, OWN_NO -> Result.IGNORED;
			case CLOSED -> Result.CLOSED;
		};
	}

}
