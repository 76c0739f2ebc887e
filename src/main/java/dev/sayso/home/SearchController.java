package dev.sayso.home;

import java.util.List;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

import dev.sayso.shared.SearchProvider;
import dev.sayso.shared.page.ConsolePage;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Finds people, pages and whatever else has a name; the palette and the field on top of
 * every page show the same page's part.
 */
@ConsolePage
class SearchController {

	private static final int MOST = 8;

	private final List<SearchProvider> searchProviders;

	SearchController(List<SearchProvider> searchProviders) {
		this.searchProviders = searchProviders;
	}

	/**
	 * What was found of one kind.
	 *
	 * @param list address of the list that shows all of them
	 */
	record Group(String section, SearchProvider.Hits hits, String list) {

		public boolean all() {
			return this.hits.count() <= this.hits.best().size() && !this.hits.more();
		}

	}

	@GetMapping("/search")
	String search(@RequestParam(defaultValue = "") String q, Model model) {
		String typed = q.strip();
		model.addAttribute("q", typed);
		model.addAttribute("results",
				typed.isEmpty() ? List.of()
						: this.searchProviders.stream()
							.map((provider) -> new Group(provider.section(), provider.search(typed, MOST),
									"/" + provider.section() + "?q=" + UriUtils.encode(typed, UTF_8)))
							.filter((group) -> !group.hits().best().isEmpty())
							.toList());
		return "home/search";
	}

}
