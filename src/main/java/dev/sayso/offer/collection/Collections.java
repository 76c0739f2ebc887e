package dev.sayso.offer.collection;

import dev.sayso.audit.CatalogueRepository;

/**
 * All the collections.
 */
public interface Collections extends CatalogueRepository<Collection> {

}
