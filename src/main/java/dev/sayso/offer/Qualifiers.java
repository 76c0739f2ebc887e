package dev.sayso.offer;

import dev.sayso.audit.CatalogueRepository;

public interface Qualifiers extends CatalogueRepository<Qualifier> {

}
