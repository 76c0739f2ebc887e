package dev.sayso.store;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A thing as it was approved, published or saved once.
 *
 * @param number 1 for the first
 * @param requestedBy who asked another for it under four eyes; null where nobody did
 */
public record Version<T>(UUID thing, int number, String name, T content, Instant createdAt, String createdBy,
		@Nullable String requestedBy) {

	public Version(UUID thing, int number, String name, T content, Instant createdAt, String createdBy) {
		this(thing, number, name, content, createdAt, createdBy, null);
	}

}
