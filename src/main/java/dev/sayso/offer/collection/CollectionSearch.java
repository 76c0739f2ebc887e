package dev.sayso.offer.collection;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.shared.SearchProvider;
import dev.sayso.shared.TextNormalizer;

/**
 * Finds collections by name or key.
 */
@Component
@Order(33)
class CollectionSearch implements SearchProvider {

	private final Collections collections;

	CollectionSearch(Collections collections) {
		this.collections = collections;
	}

	@Override
	public String title() {
		return "nav.collections";
	}

	@Override
	public List<Hit> search(String typed, int limit) {
		String search = TextNormalizer.text(typed);
		return this.collections.findAllByOrderByName()
			.stream()
			.filter((collection) -> TextNormalizer.text(collection.name()).contains(search)
					|| collection.slug().contains(search))
			.limit(limit)
			.map((collection) -> new Hit(collection.name(), collection.slug(), "/collections/" + collection.slug(),
					"stack-2"))
			.toList();
	}

}
