package dev.sayso.landing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import dev.sayso.shared.NotFoundException;
import dev.sayso.store.Version;

/**
 * The pages as their readers see them now: a page's row is at most a second old, its
 * frozen versions come from memory.
 */
@Component
public class PublishedPages {

	private static final Duration FRESH = Duration.ofSeconds(1);

	private final LandingPages pages;

	private final PageVersions versions;

	private final Clock clock;

	private final Cache<String, LandingPage> rows = Caffeine.newBuilder()
		.expireAfterWrite(FRESH)
		.maximumSize(10_000)
		.build();

	private final LoadingCache<Boolean, List<LandingPage>> all;

	private final Cache<Version<PageContent>, PublishedPage> rendered = Caffeine.newBuilder().weakKeys().build();

	PublishedPages(LandingPages pages, PageVersions versions, Clock clock) {
		this.pages = pages;
		this.versions = versions;
		this.clock = clock;
		this.all = Caffeine.newBuilder().expireAfterWrite(FRESH).build((all) -> pages.all());
	}

	/**
	 * The page of this name.
	 * @throws NotFoundException for one that nobody may see yet, or never could
	 */
	public PublishedPage get(String slug, @Nullable Integer version) {
		return find(slug, version).orElseThrow(() -> new NotFoundException("page " + slug));
	}

	/**
	 * The page as it was in one of its versions, for a form that was opened before the
	 * newest; the published one where there is no such version. Empty for one that nobody
	 * may see yet, or never could.
	 */
	public Optional<PublishedPage> find(String slug, @Nullable Integer version) {
		LandingPage page = this.rows.get(slug, (name) -> this.pages.findBySlug(name).orElse(null));
		return Optional.ofNullable(page).flatMap((row) -> publishedPage(row, version));
	}

	/**
	 * The pages to which a personal link leads somewhere: those that are open or will be,
	 * and those that still stop contact. Newest first.
	 */
	public List<PublishedPage> linkable() {
		return this.all.get(true)
			.stream()
			.sorted(Comparator.comparing(LandingPage::updatedAt).reversed())
			.flatMap((page) -> publishedPage(page, null).stream())
			.filter((publishedPage) -> !publishedPage.closed() || publishedPage.opensAt() != null
					|| publishedPage.stopsContact())
			.toList();
	}

	/** On this server a change holds at once. */
	@TransactionalEventListener(fallbackExecution = true)
	void forget(PublishPage.PublicationChanged change) {
		forget(change.slug());
	}

	public void forget(String slug) {
		this.rows.invalidate(slug);
		this.all.invalidateAll();
	}

	/**
	 * The version that is shown now: one whose time has not come leaves the one before it
	 * standing. A page that never opened is closed and says when it opens; one that can
	 * stop contact may have been sent out before, and then still does.
	 */
	private Optional<PublishedPage> publishedPage(LandingPage page, @Nullable Integer version) {
		Instant now = this.clock.instant();
		PageStatus status = page.status(now);
		Integer shown = page.shown(now);
		Integer newest = (shown != null) ? shown : page.published();
		if (newest == null) {
			return Optional.empty();
		}
		boolean known = version != null && version > 0 && version <= newest;
		return this.versions.find(page.id(), known ? version : newest)
			.map((frozen) -> this.rendered.get(frozen,
					(key) -> PublishedPageRenderer.of(page, key.content(), key.name(), key.number())))
			.map((publishedPage) -> (status == PageStatus.PUBLISHED) ? publishedPage
					: publishedPage.close((status == PageStatus.SCHEDULED) ? page.opensAt() : null));
	}

}
