package dev.sayso.landing.editor;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPages;
import dev.sayso.shared.SearchProvider;
import dev.sayso.shared.TextNormalizer;

/**
 * Finds pages by name or key.
 */
@Component
@Order(20)
class PageSearch implements SearchProvider {

	private final LandingPages pages;

	PageSearch(LandingPages pages) {
		this.pages = pages;
	}

	@Override
	public String title() {
		return "nav.landing-pages";
	}

	@Override
	public List<Hit> search(String typed, int limit) {
		String wanted = TextNormalizer.text(typed);
		return this.pages.all()
			.stream()
			.filter((page) -> TextNormalizer.text(page.name()).contains(wanted) || page.slug().contains(wanted))
			.limit(limit)
			.map((page) -> new Hit(page.name(), "/p/" + page.slug(), "/landing-pages/" + page.id(), "app-window"))
			.toList();
	}

}
