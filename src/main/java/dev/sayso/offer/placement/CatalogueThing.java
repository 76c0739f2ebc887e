package dev.sayso.offer.placement;

import java.time.Instant;

import org.springframework.validation.Errors;

import dev.sayso.audit.Archivable;
import dev.sayso.audit.AuditSubject;
import dev.sayso.shared.Named;

/**
 * A thing of the catalogue that has pages of its own: a placement, a collection, a
 * selection strategy.
 */
public interface CatalogueThing<T extends CatalogueThing<T>> extends Archivable<T>, Named {

	/** Its type in the audit, in messages and, in the plural, in URLs. */
	String kind();

	String description();

	/** A new one like it, in use, with a key and a name of its own. */
	T copy(String slug, String name, Instant now, String by);

	/** Says at a field that what was chosen there was archived in the meantime. */
	default void refuseArchived(String field, Errors errors) {
		if (isArchived()) {
			errors.rejectValue(field, "catalogue.fault.archived", new Object[] { name() }, null);
		}
	}

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
