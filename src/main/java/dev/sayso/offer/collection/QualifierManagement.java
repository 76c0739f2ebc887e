package dev.sayso.offer.collection;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * Creates, renames and deletes qualifiers, each with its entry in the audit.
 */
@Component
class QualifierManagement {

	private final Qualifiers qualifiers;

	private final QualifierUsages usages;

	private final Audit audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	QualifierManagement(Qualifiers qualifiers, QualifierUsages usages, Audit audit, Clock clock,
			ApplicationEventPublisher events) {
		this.qualifiers = qualifiers;
		this.usages = usages;
		this.audit = audit;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Creates a qualifier.
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	Qualifier create(String slug, String name, Actor by) {
		Qualifier created = this.qualifiers.save(Qualifier.create(slug, name, this.clock.instant(), by.name()));
		announce(created, "created", FieldChange.between(Map.of(), Map.of("name", name)), by);
		return created;
	}

	/**
	 * Gives a qualifier another name; its key stays.
	 * @throws StaleEditException when somebody else saved since {@code version}
	 */
	@Transactional
	Qualifier rename(UUID id, int version, String name, Actor by) {
		Qualifier before = read(id);
		if (before.version() == null || before.version() != version) {
			throw new StaleEditException("qualifier " + before.slug());
		}
		if (before.name().equals(name)) {
			return before;
		}
		Qualifier renamed = this.qualifiers.save(before.rename(name, this.clock.instant(), by.name()));
		announce(renamed, "edited", FieldChange.between(Map.of("name", before.name()), Map.of("name", name)), by);
		return renamed;
	}

	/**
	 * Deletes a qualifier that nothing carries.
	 * @return whether it did: nothing is deleted that an offer or a collection names
	 */
	@Transactional
	boolean delete(UUID id, Actor by) {
		Qualifier qualifier = read(id);
		if (this.usages.isUsed(qualifier.slug())) {
			return false;
		}
		this.qualifiers.delete(qualifier);
		announce(qualifier, "deleted", List.of(), by);
		return true;
	}

	private void announce(Qualifier qualifier, String action, List<FieldChange> changes, Actor by) {
		this.audit.write(by, action, new AuditSubject("qualifier", qualifier.id().toString(), qualifier.name()),
				changes);
		this.events.publishEvent(new CatalogueChanged());
	}

	private Qualifier read(UUID id) {
		return this.qualifiers.findById(id).orElseThrow(() -> new NotFoundException("qualifier " + id));
	}

}
