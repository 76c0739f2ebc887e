package dev.sayso.offer;

import java.util.UUID;

/**
 * The version of an offer that shows.
 *
 * @param number 1 for the first
 */
public record ApprovedOffer(UUID offer, int number, String slug, String name, boolean fallback, OfferContent content) {

}
