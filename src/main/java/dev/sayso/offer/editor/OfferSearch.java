package dev.sayso.offer.editor;

import java.util.Comparator;
import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.offer.OfferOutline;
import dev.sayso.offer.OfferOutlines;
import dev.sayso.shared.SearchProvider;
import dev.sayso.shared.TextNormalizer;

/**
 * Finds offers by name or key.
 */
@Component
@Order(31)
class OfferSearch implements SearchProvider {

	private final OfferOutlines outlines;

	OfferSearch(OfferOutlines outlines) {
		this.outlines = outlines;
	}

	@Override
	public String title() {
		return "nav.offers";
	}

	@Override
	public List<Hit> search(String typed, int limit) {
		String search = TextNormalizer.text(typed);
		return this.outlines.all()
			.stream()
			.filter((offer) -> offer.searchName().contains(search) || offer.slug().contains(search))
			.sorted(Comparator.comparing(OfferOutline::searchName))
			.limit(limit)
			.map((offer) -> new Hit(offer.name(), offer.slug(), "/offers/" + offer.slug(), "tag"))
			.toList();
	}

}
