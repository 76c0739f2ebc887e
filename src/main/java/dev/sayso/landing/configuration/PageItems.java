package dev.sayso.landing.configuration;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageDefaults;
import dev.sayso.landing.PageStatus;
import dev.sayso.landing.PageVersions;
import dev.sayso.landing.configuration.PageItem.PageHead;
import dev.sayso.shared.Actor;
import dev.sayso.store.Version;

/**
 * Pages as the configuration file has them, and back.
 */
@Component
class PageItems {

	private final PageVersions versions;

	private final PageDefaults defaults;

	private final PageReferences references;

	private final Clock clock;

	PageItems(PageVersions versions, PageDefaults defaults, PageReferences references, Clock clock) {
		this.versions = versions;
		this.defaults = defaults;
		this.references = references;
		this.clock = clock;
	}

	PageItem write(LandingPage page) {
		Instant now = this.clock.instant();
		PageItem draft = PageItem.of(page.name(), page.draft());
		PageStatus status = page.status(now);
		PageHead head = new PageHead(page.slug(), page.kind().key(),
				(status == PageStatus.SCHEDULED) ? PageStatus.PUBLISHED.key() : status.key(),
				page.fourEyes().required());
		if (page.published() == null) {
			return draft.with(head, null, null);
		}
		PageItem newest = version(page, page.published());
		boolean followed = status == PageStatus.PUBLISHED && page.upcomingAt(now) != null;
		boolean taken = status == PageStatus.UNPUBLISHED && page.shown(now) != null;
		PageItem shown = (followed || taken) ? version(page, Objects.requireNonNull(page.shown(now))) : newest;
		PageItem last = followed ? newest : shown;
		return shown.with(head, followed ? newest : null, last.equals(draft) ? null : draft);
	}

	/**
	 * A version without what Settings and its theme say as well; where the draft says the
	 * same, as the draft says it.
	 */
	private PageItem version(LandingPage page, Integer number) {
		Version<PageContent> version = this.versions.find(page.id(), number).orElseThrow();
		boolean drafted = version.name().equals(page.name())
				&& version.content().equals(this.defaults.fill(page.draft()));
		return PageItem.of(version.name(), drafted ? page.draft() : this.defaults.strip(version.content()));
	}

	PageContent content(PageItem item) {
		return item.content(this.references::address);
	}

	/** The page with this as its draft, for whoever reviews it. */
	LandingPage draft(LandingPage page, PageItem item) {
		return page.edit(Objects.requireNonNull(item.name()), content(item), page.updatedAt(), Actor.system());
	}

	/** The keys of the images that pages show. */
	static Set<String> images(Stream<PageItem> pages) {
		return pages.flatMap((page) -> Stream.of(page, page.next(), page.draft()))
			.filter(Objects::nonNull)
			.flatMap((page) -> page.blockList().stream())
			.map(PageItems::image)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static @Nullable String image(BlockItem block) {
		return PageBlock.Type.IMAGE.key().equals(block.type()) ? block.about() : null;
	}

}
