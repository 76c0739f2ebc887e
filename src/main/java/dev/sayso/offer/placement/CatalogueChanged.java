package dev.sayso.offer.placement;

/**
 * Something that may be shown is another from now on: an approval, a collection, a
 * placement. Told inside the transaction that changes it.
 */
public record CatalogueChanged() {

}
