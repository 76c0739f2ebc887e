package dev.sayso.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A thing that people configure, each change of which stands in the audit.
 */
public interface Audited {

	UUID id();

	/** Counts its saves, so that a stale edit is seen; null before the first. */
	@Nullable Integer version();

	AuditSubject subject();

	/**
	 * What the audit tells of it by field; a field that is empty is one that is not
	 * there.
	 */
	Map<String, ?> fields();

	default List<FieldChange> changesSince(Map<String, ?> before) {
		return FieldChange.between(before, fields());
	}

	default @Nullable Object event(String action) {
		return null;
	}

}
