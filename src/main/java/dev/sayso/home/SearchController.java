package dev.sayso.home;

import java.util.List;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.shared.SearchProvider;
import dev.sayso.shared.page.ConsolePage;

/**
 * Finds people, pages and whatever else has a name; the palette shows the same page's
 * part.
 */
@ConsolePage
class SearchController {

	private static final int MOST = 8;

	private final List<SearchProvider> searchProviders;

	SearchController(List<SearchProvider> searchProviders) {
		this.searchProviders = searchProviders;
	}

	record RoomHits(String title, List<SearchProvider.Hit> hits) {

	}

	@GetMapping("/search")
	String search(@RequestParam(defaultValue = "") String q, Model model) {
		String typed = q.strip();
		List<RoomHits> results = typed.isEmpty() ? List.of()
				: this.searchProviders.stream()
					.map((searchable) -> new RoomHits(searchable.title(), searchable.search(typed, MOST)))
					.filter((result) -> !result.hits().isEmpty())
					.toList();
		model.addAttribute("q", typed);
		model.addAttribute("results", results);
		return "home/search";
	}

}
