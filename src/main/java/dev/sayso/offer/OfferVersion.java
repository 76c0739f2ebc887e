package dev.sayso.offer;

import java.time.Instant;
import java.util.UUID;

/**
 * An offer as it was approved.
 *
 * @param number 1 for the first
 */
public record OfferVersion(UUID offer, int number, String slug, String name, boolean fallback, OfferContent content,
		Instant approvedAt, String approvedBy) {

}
