package dev.sayso.offer.placement;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.shared.SearchProvider;
import dev.sayso.shared.TextNormalizer;

/**
 * Finds placements by name or key.
 */
@Component
@Order(34)
class PlacementSearch implements SearchProvider {

	private final Placements placements;

	PlacementSearch(Placements placements) {
		this.placements = placements;
	}

	@Override
	public String title() {
		return "nav.placements";
	}

	@Override
	public List<Hit> search(String typed, int limit) {
		String search = TextNormalizer.text(typed);
		return this.placements.findAllByOrderByName()
			.stream()
			.filter((placement) -> TextNormalizer.text(placement.name()).contains(search)
					|| placement.slug().contains(search))
			.limit(limit)
			.map((placement) -> new Hit(placement.name(), placement.slug(), "/placements/" + placement.slug(), "frame"))
			.toList();
	}

}
