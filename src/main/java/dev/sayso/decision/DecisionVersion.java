package dev.sayso.decision;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A decision as a publication froze it.
 *
 * @param number 1 for the first
 * @param completedAt since when the decision is over; null while it is not
 */
record DecisionVersion(UUID decision, int number, String slug, String name, DecisionContent content,
		Instant publishedAt, String publishedBy, @Nullable Instant completedAt) {

}
