package dev.sayso.decision;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision as a publication froze it.
 *
 * @param number 1 for the first
 */
public record DecisionVersion(UUID decision, int number, String slug, String name, DecisionContent content,
		Instant publishedAt, String publishedBy) {

}
