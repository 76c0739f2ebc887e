package dev.sayso.offer;

/**
 * An offer as somebody edits it.
 */
public record OfferDraft(String name, String description, OfferContent content) {

}
