package dev.sayso.offer.placement;

import dev.sayso.audit.CatalogueRepository;

/**
 * All the placements: a deployment has up to a thousand.
 */
public interface Placements extends CatalogueRepository<Placement> {

}
