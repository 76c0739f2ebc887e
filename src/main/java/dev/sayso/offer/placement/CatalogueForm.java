package dev.sayso.offer.placement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

import dev.sayso.shared.Slug;

/**
 * What the form of everything in the catalogue begins with: name, key and description.
 *
 * @param id of what is edited; empty for something new
 * @param version of it that the form was made of
 */
public record CatalogueForm(String id, int version, String name, String slug, String description) {

	public static final CatalogueForm BLANK = new CatalogueForm("", -1, "", "", "");

	private static final List<String> RESERVED = List.of("new", "draft");

	/**
	 * Reads what was typed about something new; the key is made of the name where none
	 * was given.
	 */
	public static CatalogueForm read(MultiValueMap<String, String> typed) {
		String version = first(typed, "version");
		String name = first(typed, "name");
		String slug = first(typed, "slug");
		return new CatalogueForm("", version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1, name,
				slug.isEmpty() ? Slug.from(name, RESERVED) : slug, first(typed, "description"));
	}

	/**
	 * The same for something that is saved already, whose key is given.
	 */
	public CatalogueForm about(UUID saved, String key) {
		return new CatalogueForm(saved.toString(), this.version, this.name, key, this.description);
	}

	/**
	 * What is wrong, as message keys by field.
	 */
	public Map<String, String> faults() {
		Map<String, String> faults = new LinkedHashMap<>();
		if (this.name.isBlank()) {
			faults.put("name", "catalogue.fault.name");
		}
		else if (this.name.length() > 200) {
			faults.put("name", "catalogue.fault.name.long");
		}
		if (isFresh() && (!Slug.isSlug(this.slug) || RESERVED.contains(this.slug))) {
			faults.put("slug", "catalogue.fault.slug");
		}
		if (this.description.length() > 2000) {
			faults.put("description", "catalogue.fault.description");
		}
		return faults;
	}

	public boolean isFresh() {
		return this.id.isEmpty();
	}

	public static int version(@Nullable Integer version) {
		return (version != null) ? version : 0;
	}

	public static String first(MultiValueMap<String, String> typed, String name) {
		String value = typed.getFirst(name);
		return (value != null) ? value.strip() : "";
	}

}
