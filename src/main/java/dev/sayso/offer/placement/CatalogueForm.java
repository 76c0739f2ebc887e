package dev.sayso.offer.placement;

import java.util.List;

import org.springframework.validation.Errors;

import dev.sayso.shared.Slug;

/**
 * The form of something in the catalogue, which has a key that is given once.
 */
public interface CatalogueForm {

	/** What URLs of the console have for other things. */
	List<String> RESERVED = List.of("new", "draft");

	/** The one that was shown. */
	int version();

	String name();

	String slug();

	/** Says what no annotation says. */
	default void check(Errors errors) {
	}

	/** The same of something new, with what is given once. */
	default void checkNew(Errors errors) {
		if (Slug.isWrong(slug(), name(), RESERVED)) {
			errors.rejectValue("slug", "slug.fault");
		}
		check(errors);
	}

}
