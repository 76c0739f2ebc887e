package dev.sayso.offer.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import dev.sayso.offer.placement.CatalogueForm;
import dev.sayso.shared.Slug;

/**
 * A qualifier as it is typed.
 *
 * @param version the one that was shown
 * @param slug given once
 */
record QualifierForm(int version, @NotBlank(message = "{catalogue.fault.name}") @Size(max = 200,
		message = "{catalogue.fault.name.long}") String name, String slug) implements CatalogueForm {

	static final QualifierForm BLANK = new QualifierForm(-1, "", "");

	QualifierForm {
		slug = Slug.typed(slug, name, RESERVED);
	}

}
