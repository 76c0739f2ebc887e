package dev.sayso.offer;

/**
 * What an offer's editor saves together.
 */
public record OfferDraft(String name, String description, OfferContent content) {

}
