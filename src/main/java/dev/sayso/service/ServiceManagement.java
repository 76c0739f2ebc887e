package dev.sayso.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.TimeFormat;

/**
 * Creates, changes, archives and deletes services.
 */
@Component
public class ServiceManagement {

	/** Longer than subscribing somebody takes. */
	private static final Duration LATELY = Duration.ofMinutes(10);

	private final Services services;

	private final Subscribers subscribers;

	private final ServiceUsages usages;

	private final AuditedChanges changes;

	private final Clock clock;

	private final TimeFormat times;

	ServiceManagement(Services services, Subscribers subscribers, ServiceUsages usages, AuditedChanges changes,
			Clock clock, TimeFormat times) {
		this.services = services;
		this.subscribers = subscribers;
		this.usages = usages;
		this.changes = changes;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * Creates a service.
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	public Service create(String slug, Channel channel, ServiceContent content, Actor by) {
		return this.changes.create(this.services,
				Service.create(slug, channel, content, this.clock.instant(), by.name()), by);
	}

	/**
	 * Saves an edit; one that changes nothing leaves nothing behind. With new dates the
	 * end of all subscriptions moves; a new duration is for new subscriptions.
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 * {@code version}
	 */
	@Transactional
	Service edit(UUID id, int version, ServiceContent content, Actor by) {
		Service before = this.services.get(id, version);
		Service saved = this.changes.edit(this.services, before, before.edit(content, this.clock.instant(), by.name()),
				by);
		if (!saved.validity().equals(before.validity())) {
			extend(saved);
		}
		return saved;
	}

	private void extend(Service service) {
		if (service.validity().kind() != ServiceValidity.Kind.DURATION) {
			this.subscribers.extend(service.slug(), service.validity().end(this.times.zone()));
		}
	}

	/**
	 * Moves the end of those too who subscribed while new dates were saved: neither
	 * transaction saw the other.
	 */
	@Scheduled(initialDelay = 40, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
	@Transactional
	public void extendLate() {
		Instant lately = this.clock.instant().minus(LATELY);
		this.services.findAllByOrderByName()
			.stream()
			.filter((service) -> service.changedAt().isAfter(lately))
			.forEach(this::extend);
	}

	/**
	 * Archives a service, or restores it. Who is subscribed stays so.
	 * @throws InUseException when something that uses it would break
	 */
	@Transactional
	Service archive(Service service, boolean away, Actor by) {
		List<ServiceUsage.Use> uses = away ? this.usages.find(service) : List.of();
		if (!uses.isEmpty()) {
			throw new InUseException(uses, 0);
		}
		return this.changes.archive(this.services, service, away, by);
	}

	/**
	 * Deletes a service that nobody ever had.
	 * @throws InUseException when something uses it, or somebody has a history with it
	 */
	@Transactional
	void delete(Service service, Actor by) {
		List<ServiceUsage.Use> uses = this.usages.find(service);
		long people = this.subscribers.counts(service.slug()).values().stream().mapToLong(Long::longValue).sum();
		if (!uses.isEmpty() || people > 0) {
			throw new InUseException(uses, people);
		}
		this.changes.delete(this.services, service, by);
	}

	/**
	 * A service is still used, so that it is neither archived nor deleted.
	 */
	static class InUseException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient List<ServiceUsage.Use> uses;

		private final long people;

		/**
		 * @param uses what uses it
		 * @param people how many have a history with it
		 */
		InUseException(List<ServiceUsage.Use> uses, long people) {
			super("in use");
			this.uses = List.copyOf(uses);
			this.people = people;
		}

		List<ServiceUsage.Use> uses() {
			return this.uses;
		}

		long people() {
			return this.people;
		}

	}

}
