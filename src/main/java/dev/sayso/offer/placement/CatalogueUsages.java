package dev.sayso.offer.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * Gathers from all rooms where something of the catalogue is used.
 */
@Component
public class CatalogueUsages {

	/** How many a page names; the rest is counted. */
	private static final int SHOWN = 50;

	private final List<CatalogueUsage> usages;

	CatalogueUsages(List<CatalogueUsage> usages) {
		this.usages = usages;
	}

	/**
	 * Where one thing is used.
	 *
	 * @param more how many uses there are beside those shown
	 */
	public record Uses(List<CatalogueUsage.Use> shown, int more) {

		public static final Uses NONE = new Uses(List.of(), 0);

	}

	public Uses find(String kind, String slug) {
		List<CatalogueUsage.Use> uses = new ArrayList<>();
		this.usages.forEach((usage) -> uses.addAll(usage.find(kind, slug)));
		int shown = Math.min(uses.size(), SHOWN);
		return new Uses(List.copyOf(uses.subList(0, shown)), uses.size() - shown);
	}

	public Map<String, Integer> counts(String kind, Set<String> slugs) {
		Map<String, Integer> counts = new HashMap<>();
		slugs.forEach((slug) -> counts.put(slug, 0));
		this.usages.forEach((usage) -> usage.counts(kind, slugs)
			.forEach((slug, more) -> counts.computeIfPresent(slug, (key, count) -> count + more)));
		return counts;
	}

}
