package dev.sayso.landing.editor;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageVersions;
import dev.sayso.service.ServiceUsage;

/**
 * Keeps a service while a page asks about it: its draft, or the version that its readers
 * see or will see.
 */
@Component
class PageServiceUsage implements ServiceUsage {

	private final LandingPages pages;

	private final PageVersions versions;

	PageServiceUsage(LandingPages pages, PageVersions versions) {
		this.pages = pages;
		this.versions = versions;
	}

	@Override
	public List<Use> find(String service) {
		return this.pages.all()
			.stream()
			.filter((page) -> page.draft().asksAbout(service) || asks(page, page.published(), service)
					|| asks(page, page.standing(), service))
			.map((page) -> new Use("landing.use", page.name(), "/landing-pages/" + page.id()))
			.toList();
	}

	private boolean asks(LandingPage page, @Nullable Integer version, String service) {
		return this.versions.find(page.id(), version)
			.filter((frozen) -> frozen.content().asksAbout(service))
			.isPresent();
	}

}
