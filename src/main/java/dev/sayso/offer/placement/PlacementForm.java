package dev.sayso.offer.placement;

import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.springframework.validation.Errors;

import dev.sayso.offer.text.ContentType;
import dev.sayso.shared.Slug;

/**
 * A placement as it is typed.
 *
 * @param version the one that was shown
 * @param slug given once, as are surface and content type
 */
record PlacementForm(int version,
		@NotBlank(message = "{catalogue.fault.name}") @Size(max = 200,
				message = "{catalogue.fault.name.long}") String name,
		String slug, @Pattern(regexp = "0{0,2}[1-9]|0?[1-9]\\d|100", message = "{placement.fault.items}") String items,
		@Size(max = 2000, message = "{catalogue.fault.description}") String description, String surface,
		String contentType) implements CatalogueForm {

	static final PlacementForm BLANK = new PlacementForm(-1, "", "", "1", "", Surface.WEB.key(),
			ContentType.HTML.key());

	PlacementForm {
		slug = Slug.typed(slug, name, RESERVED);
	}

	static PlacementForm of(Placement placement) {
		return new PlacementForm(Objects.requireNonNullElse(placement.version(), 0), placement.name(), placement.slug(),
				String.valueOf(placement.items()), placement.description(), placement.surface(),
				placement.contentType());
	}

	@Override
	public void checkNew(Errors errors) {
		CatalogueForm.super.checkNew(errors);
		if (Surface.of(this.surface).isEmpty()) {
			errors.rejectValue("surface", "placement.fault.surface");
		}
		if (ContentType.of(this.contentType).isEmpty()) {
			errors.rejectValue("contentType", "placement.fault.contentType");
		}
	}

	int shown() {
		return Integer.parseInt(this.items);
	}

}
