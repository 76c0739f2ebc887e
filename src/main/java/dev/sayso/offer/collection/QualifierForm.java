package dev.sayso.offer.collection;

import java.util.Map;

import org.springframework.util.MultiValueMap;

import dev.sayso.offer.Qualifier;
import dev.sayso.offer.placement.CatalogueForm;

/**
 * What was typed about one qualifier, a new one or one of the list.
 *
 * @param faults message keys by field
 */
record QualifierForm(CatalogueForm catalogue, Map<String, String> faults) {

	static final QualifierForm BLANK = new QualifierForm(CatalogueForm.BLANK, Map.of());

	static QualifierForm read(MultiValueMap<String, String> typed) {
		CatalogueForm catalogue = CatalogueForm.read(typed);
		return new QualifierForm(catalogue, catalogue.faults());
	}

	QualifierForm about(Qualifier qualifier) {
		CatalogueForm about = this.catalogue.about(qualifier.id(), qualifier.slug());
		return new QualifierForm(about, about.faults());
	}

	QualifierForm with(Map<String, String> changed) {
		return new QualifierForm(this.catalogue, changed);
	}

	public boolean isValid() {
		return this.faults.isEmpty();
	}

	public boolean isFresh() {
		return this.catalogue.isFresh();
	}

	/**
	 * A qualifier's row; that of the one that is edited holds what was typed.
	 */
	QualifiersController.Row row(Qualifier qualifier, QualifierUsages.Tally uses) {
		boolean edited = this.catalogue.id().equals(qualifier.id().toString());
		return new QualifiersController.Row(qualifier, uses, edited ? this.catalogue.name() : qualifier.name(),
				edited ? this.faults.getOrDefault("name", "") : "");
	}

}
