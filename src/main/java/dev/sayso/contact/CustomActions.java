package dev.sayso.contact;

import dev.sayso.audit.CatalogueRepository;

/**
 * All the marketing actions of a deployment's own: a handful.
 */
interface CustomActions extends CatalogueRepository<CustomAction> {

}
