package dev.sayso.offer.collection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.placement.CatalogueUsages;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListQuery;

/**
 * The collections, listed.
 */
@ConsolePage
@RequestMapping("/collections")
class CollectionsController {

	private final Collections collections;

	private final OfferVersions versions;

	private final Qualifiers qualifiers;

	private final CatalogueUsages usages;

	CollectionsController(Collections collections, OfferVersions versions, Qualifiers qualifiers,
			CatalogueUsages usages) {
		this.collections = collections;
		this.versions = versions;
		this.qualifiers = qualifiers;
		this.usages = usages;
	}

	/**
	 * A collection in the list.
	 *
	 * @param qualifiers names of those it picks by
	 * @param offers how many are in it now
	 */
	record Row(Collection collection, List<String> qualifiers, int offers, int uses) {

	}

	@GetMapping
	String list(@RequestParam Map<String, String> parameters, Model model) {
		ListQuery query = new ListQuery("/collections", List.of(ListFilter.ARCHIVED), List.of("name"), parameters);
		List<Collection> all = this.collections.findAllByOrderByName();
		model.addAttribute("list",
				query.page(all.stream().filter((collection) -> matches(collection, query)).toList(), all.size())
					.map(this::rows));
		return "offer/collection/list";
	}

	private static boolean matches(Collection collection, ListQuery query) {
		return collection.isArchived() == query.archived()
				&& query.finds(TextNormalizer.text(collection.name()), collection.slug());
	}

	private List<Row> rows(List<Collection> shown) {
		List<ApprovedOffer> approved = shown.isEmpty() ? List.of() : this.versions.approved();
		Map<String, String> names = this.qualifiers.findAllByOrderByName()
			.stream()
			.collect(Collectors.toMap(Qualifier::slug, Qualifier::name));
		Set<String> slugs = shown.stream().map(Collection::slug).collect(Collectors.toSet());
		Map<String, Integer> counts = this.usages.counts("collection", slugs);
		return shown.stream()
			.map((collection) -> new Row(collection,
					collection.content().qualifiers().stream().map((slug) -> names.getOrDefault(slug, slug)).toList(),
					collection.select(approved).size(), counts.getOrDefault(collection.slug(), 0)))
			.toList();
	}

}
