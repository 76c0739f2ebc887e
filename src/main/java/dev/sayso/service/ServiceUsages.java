package dev.sayso.service;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.sayso.condition.FactUsages;

/**
 * Gathers from all rooms where a service is used: in conditions, on pages.
 */
@Component
class ServiceUsages {

	private final FactUsages facts;

	private final ObjectProvider<ServiceUsage> usages;

	ServiceUsages(FactUsages facts, ObjectProvider<ServiceUsage> usages) {
		this.facts = facts;
		this.usages = usages;
	}

	List<ServiceUsage.Use> find(Service service) {
		Stream<ServiceUsage.Use> conditions = SubscriptionFacts.names(service)
			.stream()
			.flatMap((fact) -> this.facts.find(fact).stream())
			.map((use) -> new ServiceUsage.Use(use.kind(), use.name(), use.href()));
		return Stream
			.concat(this.usages.orderedStream().flatMap((usage) -> usage.find(service.slug()).stream()), conditions)
			.distinct()
			.toList();
	}

}
