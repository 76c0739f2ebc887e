package dev.sayso.service;

import dev.sayso.audit.CatalogueRepository;

/**
 * All the services: a deployment has up to hundreds.
 */
public interface Services extends CatalogueRepository<Service> {

}
