package dev.sayso.offer.collection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

import dev.sayso.offer.placement.CatalogueForm;
import dev.sayso.shared.Slug;

/**
 * A collection's form as it came, and what is wrong with it. It holds both what was
 * picked and what was ticked, so that changing the kind and back loses nothing.
 *
 * @param dynamic whether qualifiers say what is in it
 * @param find what was typed to find an offer by
 * @param faults message keys by field
 */
record CollectionForm(CatalogueForm catalogue, boolean dynamic, List<String> offers, List<String> qualifiers,
		boolean every, String find, Map<String, String> faults) {

	static final CollectionForm BLANK = new CollectionForm(CatalogueForm.BLANK, false, List.of(), List.of(), false, "",
			Map.of());

	static CollectionForm of(Collection collection) {
		Collection.Content content = collection.content();
		CatalogueForm catalogue = new CatalogueForm(collection.id().toString(),
				CatalogueForm.version(collection.version()), collection.name(), collection.slug(),
				collection.description());
		return new CollectionForm(catalogue, content.isDynamic(), content.offers(), content.qualifiers(),
				content.every(), "", Map.of());
	}

	static CollectionForm read(MultiValueMap<String, String> typed) {
		return new CollectionForm(CatalogueForm.read(typed), CatalogueForm.first(typed, "kind").equals("qualifiers"),
				keys(typed.get("offers")), keys(typed.get("qualifiers")),
				CatalogueForm.first(typed, "match").equals("all"), CatalogueForm.first(typed, "find"), Map.of());
	}

	private static List<String> keys(@Nullable List<String> typed) {
		return Objects.requireNonNullElse(typed, List.<String>of()).stream().filter(Slug::isSlug).distinct().toList();
	}

	/**
	 * The same for a collection that is saved already.
	 */
	CollectionForm about(Collection collection) {
		return new CollectionForm(this.catalogue.about(collection.id(), collection.slug()), this.dynamic, this.offers,
				this.qualifiers, this.every, this.find, this.faults);
	}

	/**
	 * The same with what is wrong.
	 */
	CollectionForm checked() {
		Map<String, String> faults = new LinkedHashMap<>(this.catalogue.faults());
		if (this.dynamic && this.qualifiers.isEmpty()) {
			faults.put("qualifiers", "collection.fault.qualifiers");
		}
		if (!this.dynamic && this.offers.size() > Collection.MOST) {
			faults.put("offers", "collection.fault.offers");
		}
		return with(faults);
	}

	CollectionForm with(Map<String, String> changed) {
		return new CollectionForm(this.catalogue, this.dynamic, this.offers, this.qualifiers, this.every, this.find,
				changed);
	}

	/**
	 * The same after a button: {@code add:}, {@code up:}, {@code down:} or
	 * {@code remove:} and the key of an offer.
	 */
	CollectionForm after(String act) {
		String slug = act.substring(act.indexOf(':') + 1);
		int at = this.offers.indexOf(slug);
		return switch (act.substring(0, Math.max(0, act.indexOf(':')))) {
			case "add" -> (at < 0 && Slug.isSlug(slug)) ? picked(moved(slug, this.offers.size())) : this;
			case "up" -> (at > 0) ? picked(moved(slug, at - 1)) : this;
			case "down" -> (at >= 0 && at < this.offers.size() - 1) ? picked(moved(slug, at + 1)) : this;
			case "remove" -> picked(this.offers.stream().filter((offer) -> !offer.equals(slug)).toList());
			default -> this;
		};
	}

	private List<String> moved(String slug, int to) {
		List<String> order = new ArrayList<>(this.offers);
		order.remove(slug);
		order.add(to, slug);
		return order;
	}

	/**
	 * The same with these offers, and nothing looked for any more.
	 */
	private CollectionForm picked(List<String> order) {
		return new CollectionForm(this.catalogue, this.dynamic, List.copyOf(order), this.qualifiers, this.every, "",
				this.faults);
	}

	/**
	 * What would be saved: of both kinds the one that was chosen.
	 */
	Collection.Content content() {
		return this.dynamic ? new Collection.Content(List.of(), this.qualifiers, this.every)
				: new Collection.Content(this.offers, List.of(), false);
	}

	public boolean isFull() {
		return this.offers.size() >= Collection.MOST;
	}

	public boolean isValid() {
		return this.faults.isEmpty();
	}

	public boolean isFresh() {
		return this.catalogue.isFresh();
	}

}
