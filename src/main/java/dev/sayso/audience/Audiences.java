package dev.sayso.audience;

import dev.sayso.audit.CatalogueRepository;

/**
 * All the audiences: a deployment has hundreds.
 */
public interface Audiences extends CatalogueRepository<Audience> {

}
