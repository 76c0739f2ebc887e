package dev.sayso.landing.trial;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageDefaults;
import dev.sayso.landing.PageStatus;
import dev.sayso.landing.PageVersions;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPageRenderer;
import dev.sayso.landing.PublishedPages;
import dev.sayso.service.Services;
import dev.sayso.shared.NotFoundException;
import dev.sayso.store.Version;

/**
 * The draft of a page and the version that is live, as they are tried.
 */
@Component
class TriedPages {

	static final String DRAFT = "draft";

	static final String LIVE = "live";

	private final PublishedPages published;

	private final PageVersions versions;

	private final PageDefaults defaults;

	private final Services services;

	private final Clock clock;

	TriedPages(PublishedPages published, PageVersions versions, PageDefaults defaults, Services services, Clock clock) {
		this.published = published;
		this.versions = versions;
		this.defaults = defaults;
		this.services = services;
		this.clock = clock;
	}

	/**
	 * What is tried.
	 *
	 * @param page as its readers see it
	 */
	record Tried(PublishedPage page, PageContent content) {

	}

	/** What of a page can be tried. */
	List<String> versions(LandingPage page) {
		return (page.status(this.clock.instant()) == PageStatus.PUBLISHED) ? List.of(DRAFT, LIVE) : List.of(DRAFT);
	}

	/**
	 * The services that a link can name, by their keys; empty where a page has its own.
	 */
	Map<String, String> services(LandingPage page) {
		Map<String, String> choices = new LinkedHashMap<>();
		if (page.kind().hasService() && page.draft().behaviour().service().isEmpty()) {
			this.services.findAllByOrderByName()
				.stream()
				.filter((service) -> !service.isArchived())
				.forEach((service) -> choices.put(service.slug(), service.name()));
		}
		return choices;
	}

	/**
	 * A page to try.
	 * @param service the key of the one that a link would name; empty for none
	 * @throws NotFoundException where that version is not there, or the link would lead
	 * nowhere
	 */
	Tried get(LandingPage page, String version, String service) {
		if (!versions(page).contains(version)) {
			throw new NotFoundException("version " + version + " of landing page " + page.id());
		}
		Tried tried = version.equals(DRAFT) ? draft(page) : live(page);
		if (!tried.page().lacksService()) {
			return tried;
		}
		String named = this.services.findBySlug(service)
			.orElseThrow(() -> new NotFoundException("service " + service))
			.slug();
		return new Tried(tried.page().about(named), tried.content());
	}

	private Tried draft(LandingPage page) {
		PageContent content = this.defaults.fill(page.draft());
		return new Tried(PublishedPageRenderer.draft(page, content), content);
	}

	private Tried live(LandingPage page) {
		PublishedPage live = this.published.get(page.slug(), null);
		return new Tried(live, this.versions.find(page.id(), live.version()).map(Version::content).orElseThrow());
	}

}
