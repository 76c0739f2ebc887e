package dev.sayso.offer.collection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.offer.placement.CatalogueUsage;

@Component
class CollectionUsages implements CatalogueUsage {

	private final Collections collections;

	CollectionUsages(Collections collections) {
		this.collections = collections;
	}

	@Override
	public List<Use> find(String kind, String slug) {
		return !kind.equals("offer") ? List.of()
				: this.collections.findAllByOrderByName()
					.stream()
					.filter((collection) -> collection.content().offers().contains(slug))
					.map((collection) -> new Use("collection.use", collection.name(),
							"/collections/" + collection.slug(), false))
					.toList();
	}

	@Override
	public Map<String, Integer> counts(String kind, Set<String> slugs) {
		Map<String, Integer> counts = new HashMap<>();
		if (kind.equals("offer")) {
			this.collections.findAllByOrderByName()
				.forEach((collection) -> new HashSet<>(collection.content().offers())
					.forEach((slug) -> counts.merge(slug, 1, Integer::sum)));
		}
		return counts;
	}

}
