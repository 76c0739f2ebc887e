package dev.sayso.decision.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.sayso.audience.AudienceUsage;
import dev.sayso.offer.placement.CatalogueUsage;

@Component
public class DecisionUsages implements CatalogueUsage, AudienceUsage {

	private static final String KIND = "decision.use";

	private final DecisionOutlines outlines;

	DecisionUsages(DecisionOutlines outlines) {
		this.outlines = outlines;
	}

	@Override
	public List<CatalogueUsage.Use> find(String kind, String slug) {
		String use = DecisionOutline.named(kind, slug);
		return naming(use).stream()
			.map((outline) -> new CatalogueUsage.Use(KIND, outline.name(), "/decisions/" + outline.slug(),
					outline.shown().contains(use)))
			.toList();
	}

	@Override
	public Map<String, Integer> counts(String kind, Set<String> slugs) {
		Map<String, Integer> counts = new HashMap<>();
		String prefix = DecisionOutline.named(kind, "");
		for (DecisionOutline outline : this.outlines.all()) {
			Set<String> uses = new HashSet<>(outline.drafted());
			uses.addAll(outline.shown());
			uses.stream()
				.filter((use) -> use.startsWith(prefix) && slugs.contains(use.substring(prefix.length())))
				.forEach((use) -> counts.merge(use.substring(prefix.length()), 1, Integer::sum));
		}
		return counts;
	}

	@Override
	public List<AudienceUsage.Use> find(String audience) {
		return naming(DecisionOutline.named("audience", audience)).stream()
			.map((outline) -> new AudienceUsage.Use(KIND, outline.name(), "/decisions/" + outline.slug()))
			.toList();
	}

	private List<DecisionOutline> naming(String use) {
		List<DecisionOutline> naming = new ArrayList<>(
				this.outlines.all().stream().filter((outline) -> outline.names(use)).toList());
		naming.sort(Comparator.comparing(DecisionOutline::searchName));
		return naming;
	}

}
