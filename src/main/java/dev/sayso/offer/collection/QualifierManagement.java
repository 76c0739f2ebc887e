package dev.sayso.offer.collection;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.shared.Actor;

@Component
class QualifierManagement {

	private final Qualifiers qualifiers;

	private final QualifierUsages usages;

	private final AuditedChanges changes;

	QualifierManagement(Qualifiers qualifiers, QualifierUsages usages, AuditedChanges changes) {
		this.qualifiers = qualifiers;
		this.usages = usages;
		this.changes = changes;
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
