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
record QualifierForm(CatalogueForm names, Map<String, String> faults) {

	static final QualifierForm BLANK = new QualifierForm(CatalogueForm.BLANK, Map.of());

	static QualifierForm read(MultiValueMap<String, String> typed) {
		CatalogueForm names = CatalogueForm.read(typed);
		return new QualifierForm(names, names.faults());
	}

	QualifierForm about(Qualifier qualifier) {
		CatalogueForm about = this.names.about(qualifier.id(), qualifier.slug());
		return new QualifierForm(about, about.faults());
	}

	QualifierForm with(Map<String, String> found) {
		return new QualifierForm(this.names, found);
	}

	public boolean isValid() {
		return this.faults.isEmpty();
	}

	public boolean isFresh() {
		return this.names.isFresh();
	}

	/**
	 * A qualifier's row; that of the one that is edited holds what was typed.
	 */
	QualifiersController.Row row(Qualifier qualifier, QualifierUsages.Tally uses) {
		boolean edited = this.names.id().equals(qualifier.id().toString());
		return new QualifiersController.Row(qualifier, uses, edited ? this.names.name() : qualifier.name(),
				edited ? this.faults.getOrDefault("name", "") : "");
	}

}
