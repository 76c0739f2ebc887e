package dev.sayso.offer;

import dev.sayso.audit.CatalogueRepository;

/**
 * All the qualifiers.
 */
public interface Qualifiers extends CatalogueRepository<Qualifier> {

}
