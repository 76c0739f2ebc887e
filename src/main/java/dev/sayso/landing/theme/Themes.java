package dev.sayso.landing.theme;

import dev.sayso.audit.CatalogueRepository;

public interface Themes extends CatalogueRepository<Theme> {

}
