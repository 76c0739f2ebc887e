package dev.sayso.landing.sharing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import dev.sayso.exchange.LinkColumn;
import dev.sayso.landing.PersonalLinks;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;

/**
 * Links to public pages for whole mailings.
 */
@Component
class PageLinkColumn implements LinkColumn {

	private final PublishedPages pages;

	private final PersonalLinks links;

	PageLinkColumn(PublishedPages pages, PersonalLinks links) {
		this.pages = pages;
		this.links = links;
	}

	@Override
	public Map<String, String> targets() {
		Map<String, String> targets = new LinkedHashMap<>();
		this.pages.linkable().forEach((page) -> targets.put(page.slug(), page.name()));
		return targets;
	}

	@Override
	public Function<ProfileId, String> links(String target, Actor by) {
		PublishedPage page = this.pages.linkable()
			.stream()
			.filter((linkable) -> linkable.slug().equals(target))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("page " + target));
		return this.links.makeEach(by, page);
	}

}
