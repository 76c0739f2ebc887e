package dev.sayso.offer.collection;

import dev.sayso.audit.CatalogueRepository;

public interface Collections extends CatalogueRepository<Collection> {

}
