package dev.sayso.offer.placement;

import java.time.Instant;

import dev.sayso.audit.Archivable;
import dev.sayso.audit.AuditSubject;
import dev.sayso.shared.Named;

/**
 * A thing of the catalogue that has pages of its own: a placement, a collection.
 */
public interface CatalogueThing<T extends CatalogueThing<T>> extends Archivable<T>, Named {

	/** Its type in the audit, in messages and, in the plural, in URLs. */
	String kind();

	String description();

	Instant changedAt();

	String changedBy();

	@Override
	default AuditSubject subject() {
		return new AuditSubject(kind(), id().toString(), name());
	}

	@Override
	default Object event(String action) {
		return new CatalogueChanged();
	}

}
