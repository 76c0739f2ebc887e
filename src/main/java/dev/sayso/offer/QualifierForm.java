package dev.sayso.offer;

import java.util.Map;

import org.springframework.util.MultiValueMap;

/**
 * What was typed about one qualifier, a new one or one of the list.
 *
 * @param faults message keys by field
 */
record QualifierForm(CatalogueNames names, Map<String, String> faults) {

	static final QualifierForm BLANK = new QualifierForm(CatalogueNames.BLANK, Map.of());

	static QualifierForm read(MultiValueMap<String, String> typed) {
		CatalogueNames names = CatalogueNames.read(typed);
		return new QualifierForm(names, names.faults());
	}

	QualifierForm about(Qualifier qualifier) {
		CatalogueNames about = this.names.about(qualifier.id(), qualifier.slug());
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
	QualifiersController.Row row(Qualifier qualifier, QualifierUses.Tally uses) {
		boolean edited = this.names.id().equals(qualifier.id().toString());
		return new QualifiersController.Row(qualifier, uses, edited ? this.names.name() : qualifier.name(),
				edited ? this.faults.getOrDefault("name", "") : "");
	}

}
