package dev.sayso.service;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

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

	private final Services services;

	private final Subscriptions subscriptions;

	private final ServiceUsages usages;

	private final AuditedChanges changes;

	private final Clock clock;

	private final TimeFormat times;

	ServiceManagement(Services services, Subscriptions subscriptions, ServiceUsages usages, AuditedChanges changes,
			Clock clock, TimeFormat times) {
		this.services = services;
		this.subscriptions = subscriptions;
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
		if (!saved.validity().equals(before.validity()) && saved.validity().kind() != ServiceValidity.Kind.DURATION) {
			this.subscriptions.extend(saved.slug(), saved.validity().end(this.times.zone()));
		}
		return saved;
	}

	/**
	 * Archives a service, or restores it. Who is subscribed stays so.
	 * @throws ServiceInUseException when something that uses it would break
	 */
	@Transactional
	Service archive(Service service, boolean away, Actor by) {
		List<ServiceUsage.Use> uses = away ? this.usages.find(service) : List.of();
		if (!uses.isEmpty()) {
			throw new ServiceInUseException(uses, 0);
		}
		return this.changes.archive(this.services, service, away, by);
	}

	/**
	 * Deletes a service that nobody ever had.
	 * @throws ServiceInUseException when something uses it, or somebody has a history
	 * with it
	 */
	@Transactional
	void delete(Service service, Actor by) {
		List<ServiceUsage.Use> uses = this.usages.find(service);
		long people = this.subscriptions.counts(service.slug()).values().stream().mapToLong(Long::longValue).sum();
		if (!uses.isEmpty() || people > 0) {
			throw new ServiceInUseException(uses, people);
		}
		this.changes.delete(this.services, service, by);
	}

}
