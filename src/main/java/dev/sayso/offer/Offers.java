package dev.sayso.offer;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import dev.sayso.audit.CatalogueRepository;

/**
 * All the offers: a deployment has up to ten thousand.
 */
public interface Offers extends CatalogueRepository<Offer> {

	List<Offer> findByIdIn(Collection<UUID> ids);

}
