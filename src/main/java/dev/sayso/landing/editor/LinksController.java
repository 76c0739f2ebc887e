package dev.sayso.landing.editor;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.sayso.landing.PersonalLinks;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;

/**
 * Shows an operator a person's links to the pages, to copy and to look at.
 */
@ConsolePage
class LinksController {

	private final Profiles profiles;

	private final PublishedPages pages;

	private final PersonalLinks links;

	LinksController(Profiles profiles, PublishedPages pages, PersonalLinks links) {
		this.profiles = profiles;
		this.pages = pages;
		this.links = links;
	}

	@GetMapping("/profiles/{id}/links")
	String list(@PathVariable String id, Actor actor, Model model) {
		Profile profile = this.profiles.get(id);
		List<Row> rows = this.pages.linkable()
			.stream()
			.map((page) -> row(page, this.links.path(actor, profile.id(), page)))
			.toList();
		model.addAttribute("person", profile.name());
		model.addAttribute("profile", profile.id());
		model.addAttribute("rows", rows);
		return "landing/editor/links";
	}

	private Row row(PublishedPage page, String path) {
		return new Row(page.slug(), page.name(), page.denylist(), page.closed(), page.opensAt(), this.links.url(path),
				path);
	}

	/** A page and the person's link to it. */
	record Row(String key, String name, boolean denylist, boolean closed, @Nullable Instant opensAt, String url,
			String preview) {

		/** Message key of the page's kind. */
		public String kind() {
			return this.denylist ? "landing.kind.denylist" : "landing.kind.acquisition";
		}

	}

}
