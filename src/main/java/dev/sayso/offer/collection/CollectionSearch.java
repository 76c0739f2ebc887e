package dev.sayso.offer.collection;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Searchable;
import dev.sayso.shared.TextNormalizer;

/**
 * Finds collections by name or key.
 */
@Component
class CollectionSearch implements Searchable {

	private final Collections collections;

	CollectionSearch(Collections collections) {
		this.collections = collections;
	}

	@Override
	public String title() {
		return "nav.collections";
	}

	@Override
	public int order() {
		return 33;
	}

	@Override
	public List<Hit> search(String typed, int limit) {
		String wanted = TextNormalizer.text(typed);
		return this.collections.findAllByOrderByName()
			.stream()
			.filter((one) -> TextNormalizer.text(one.name()).contains(wanted) || one.slug().contains(wanted))
			.limit(limit)
			.map((one) -> new Hit(one.name(), one.slug(), "/collections/" + one.slug(), "stack-2"))
			.toList();
	}

}
