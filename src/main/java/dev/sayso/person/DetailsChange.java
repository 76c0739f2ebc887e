package dev.sayso.person;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.audit.FieldChange;

/**
 * An edit of somebody's details, before and after; lives with the person and goes with
 * them.
 */
public record DetailsChange(long seq, Instant at, Origin origin, String actor, @Nullable String source,
		List<FieldChange> changes) {

}
