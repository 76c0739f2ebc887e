package dev.sayso.offer.placement;

/**
 * What may be shown has changed: an approval, a collection, a placement. Published inside
 * the transaction that changes it.
 */
public record CatalogueChanged() {

}
