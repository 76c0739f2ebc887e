package dev.sayso.decision.list;

import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Searchable;
import dev.sayso.shared.TextNormalizer;

/**
 * Finds decisions by name or key.
 */
@Component
class DecisionSearch implements Searchable {

	private final DecisionOutlines outlines;

	DecisionSearch(DecisionOutlines outlines) {
		this.outlines = outlines;
	}

	@Override
	public String title() {
		return "nav.decisions";
	}

	@Override
	public int order() {
		return 30;
	}

	@Override
	public List<Hit> search(String typed, int limit) {
		String wanted = TextNormalizer.text(typed);
		return this.outlines.all()
			.stream()
			.filter((one) -> one.found().contains(wanted) || one.slug().contains(wanted))
			.sorted(Comparator.comparing(DecisionOutline::found))
			.limit(limit)
			.map((one) -> new Hit(one.name(), one.slug(), "/decisions/" + one.slug(), "arrows-split-2"))
			.toList();
	}

}
