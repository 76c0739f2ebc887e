package dev.sayso.landing.editor;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.shared.Attention;

/**
 * Tells the console's first page of drafts that somebody asked another to publish.
 */
@Component
class RequestedPages implements Attention {

	private final LandingPages pages;

	RequestedPages(LandingPages pages) {
		this.pages = pages;
	}

	@Override
	public List<Item> items() {
		return this.pages.all()
			.stream()
			.filter((page) -> page.fourEyes().requestedAt() != null)
			.map(RequestedPages::item)
			.toList();
	}

	private static Item item(LandingPage page) {
		return new Item("landing.requested", "landing.requested.text", 1,
				"/landing-pages/" + page.id() + "/publication", List.of(page.name(), page.fourEyes().editor().name()));
	}

}
