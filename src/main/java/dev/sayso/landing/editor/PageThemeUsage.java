package dev.sayso.landing.editor;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageDefaults;
import dev.sayso.landing.PageVersions;
import dev.sayso.landing.theme.ThemeUsage;

/**
 * The pages that a theme dresses.
 */
@Component
class PageThemeUsage implements ThemeUsage {

	private final LandingPages pages;

	private final PageVersions versions;

	private final PageDefaults defaults;

	PageThemeUsage(LandingPages pages, PageVersions versions, PageDefaults defaults) {
		this.pages = pages;
		this.versions = versions;
		this.defaults = defaults;
	}

	@Override
	public List<Use> find(String theme) {
		return this.pages.all()
			.stream()
			.filter((page) -> theme.equals(page.draft().look().theme()))
			.map((page) -> new Use(page.name(), "/landing-pages/" + page.id(), isBehind(page)))
			.toList();
	}

	private boolean isBehind(LandingPage page) {
		return this.versions.find(page.id(), page.published())
			.filter((version) -> !version.content().look().equals(this.defaults.fill(page.draft()).look()))
			.isPresent();
	}

}
