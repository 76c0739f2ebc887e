package dev.sayso.decision.list;

import java.util.Comparator;
import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.shared.SearchProvider;
import dev.sayso.shared.TextNormalizer;

@Component
@Order(30)
class DecisionSearch implements SearchProvider {

	private final DecisionOutlines outlines;

	DecisionSearch(DecisionOutlines outlines) {
		this.outlines = outlines;
	}

	@Override
	public String title() {
		return "nav.decisions";
	}

	@Override
	public List<Hit> search(String typed, int limit) {
		String normalized = TextNormalizer.text(typed);
		return this.outlines.all()
			.stream()
			.filter((outline) -> outline.normalizedName().contains(normalized) || outline.slug().contains(normalized))
			.sorted(Comparator.comparing(DecisionOutline::normalizedName))
			.limit(limit)
			.map((outline) -> new Hit(outline.name(), outline.slug(), "/decisions/" + outline.slug(), "arrows-split-2"))
			.toList();
	}

}
