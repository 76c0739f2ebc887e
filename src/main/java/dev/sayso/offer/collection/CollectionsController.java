package dev.sayso.offer.collection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.offer.OfferVersion;
import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.placement.CatalogueUsages;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.page.ConsolePage;

/**
 * The collections, listed.
 */
@ConsolePage
@RequestMapping("/collections")
class CollectionsController {

	/** How many a page has; who looks for another types its name. */
	private static final int SHOWN = 200;

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
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "false") boolean archived,
			Model model) {
		String search = TextNormalizer.text(q);
		List<Collection> matching = this.collections.findAllByOrderByName()
			.stream()
			.filter((collection) -> collection.isArchived() == archived)
			.filter((collection) -> TextNormalizer.text(collection.name()).contains(search)
					|| collection.slug().contains(search))
			.toList();
		model.addAttribute("rows", rows(matching.subList(0, Math.min(SHOWN, matching.size()))));
		model.addAttribute("total", matching.size());
		model.addAttribute("q", q);
		model.addAttribute("archived", archived);
		model.addAttribute("narrowed", archived || !search.isEmpty());
		return "offer/collection/list";
	}

	private List<Row> rows(List<Collection> shown) {
		List<OfferVersion> approved = shown.isEmpty() ? List.of() : this.versions.approved();
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
