package dev.sayso.offer.collection;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;

/**
 * Creates, renames and deletes qualifiers, each with its entry in the audit.
 */
@Component
class QualifierManagement {

	private final Qualifiers qualifiers;

	private final QualifierUsages usages;

	private final AuditedChanges changes;

	private final Clock clock;

	QualifierManagement(Qualifiers qualifiers, QualifierUsages usages, AuditedChanges changes, Clock clock) {
		this.qualifiers = qualifiers;
		this.usages = usages;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * Creates a qualifier.
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	Qualifier create(String slug, String name, Actor by) {
		return this.changes.create(this.qualifiers, Qualifier.create(slug, name, this.clock.instant(), by.name()), by);
	}

	/**
	 * Gives a qualifier another name; its key stays.
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 * {@code version}
	 */
	@Transactional
	Qualifier rename(UUID id, int version, String name, Actor by) {
		return this.changes.edit(this.qualifiers, id, version,
				(before) -> before.rename(name, this.clock.instant(), by.name()), by);
	}

	/**
	 * Deletes a qualifier that nothing carries.
	 * @return whether it did: nothing is deleted that an offer or a collection names
	 */
	@Transactional
	boolean delete(UUID id, Actor by) {
		Qualifier qualifier = this.qualifiers.get(id);
		if (this.usages.isUsed(qualifier.slug())) {
			return false;
		}
		this.qualifiers.delete(qualifier);
		this.changes.record(qualifier, "deleted", List.of(), by);
		return true;
	}

}
