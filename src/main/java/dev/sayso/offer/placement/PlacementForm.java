package dev.sayso.offer.placement;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.util.MultiValueMap;

import dev.sayso.offer.text.ContentType;

/**
 * A placement's form as it came, and what is wrong with it.
 *
 * @param items as typed
 * @param faults message keys by field
 */
record PlacementForm(CatalogueForm catalogue, String surface, String contentType, String items,
		Map<String, String> faults) {

	static final PlacementForm BLANK = new PlacementForm(CatalogueForm.BLANK, Surface.WEB.key(), ContentType.HTML.key(),
			"1", Map.of());

	static PlacementForm of(Placement placement) {
		CatalogueForm catalogue = new CatalogueForm(placement.id().toString(),
				CatalogueForm.version(placement.version()), placement.name(), placement.slug(),
				placement.description());
		return new PlacementForm(catalogue, placement.surface(), placement.contentType(),
				String.valueOf(placement.items()), Map.of());
	}

	static PlacementForm read(MultiValueMap<String, String> typed) {
		return new PlacementForm(CatalogueForm.read(typed), CatalogueForm.first(typed, "surface"),
				CatalogueForm.first(typed, "contentType"), CatalogueForm.first(typed, "items"), Map.of());
	}

	/**
	 * The same for a placement that is there: where it is and what it shows are given.
	 */
	PlacementForm about(Placement placement) {
		return new PlacementForm(this.catalogue.about(placement.id(), placement.slug()), placement.surface(),
				placement.contentType(), this.items, this.faults);
	}

	/**
	 * The same with what is wrong.
	 */
	PlacementForm checked() {
		Map<String, String> faults = new LinkedHashMap<>(this.catalogue.faults());
		if (Surface.of(this.surface).isEmpty()) {
			faults.put("surface", "placement.fault.surface");
		}
		if (ContentType.of(this.contentType).isEmpty()) {
			faults.put("contentType", "placement.fault.contentType");
		}
		if (!this.items.matches("\\d{1,3}") || shown() < 1 || shown() > Placement.MOST_ITEMS) {
			faults.put("items", "placement.fault.items");
		}
		return with(faults);
	}

	PlacementForm with(Map<String, String> changed) {
		return new PlacementForm(this.catalogue, this.surface, this.contentType, this.items, changed);
	}

	public boolean isValid() {
		return this.faults.isEmpty();
	}

	public boolean isFresh() {
		return this.catalogue.isFresh();
	}

	int shown() {
		return Integer.parseInt(this.items);
	}

}
