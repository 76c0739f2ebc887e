package dev.sayso.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A thing that is put away rather than deleted, since others may still use it.
 */
public interface Archivable<T extends Archivable<T>> extends Audited {

	@Nullable Instant archivedAt();

	T archive(boolean away, Instant now, String by);

	default boolean isArchived() {
		return archivedAt() != null;
	}

}
