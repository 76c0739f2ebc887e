package dev.sayso.landing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;
import dev.sayso.store.Version;

/**
 * Shows a draft to recipients as a version that never changes again, and takes a page
 * back.
 */
@Component
public class PublishPage {

	private final LandingPages pages;

	private final PageVersions versions;

	private final Audit audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	PublishPage(LandingPages pages, PageVersions versions, Audit audit, Clock clock, ApplicationEventPublisher events) {
		this.pages = pages;
		this.versions = versions;
		this.audit = audit;
		this.clock = clock;
		this.events = events;
	}

	/** A page was published or taken back, so that its readers see something else. */
	record PublicationChanged(String slug) {

	}

	/**
	 * Publishes the draft as the next version; where it is the newest version already,
	 * that one is shown again.
	 * @param seen the version of the page that was reviewed
	 * @throws StaleEditException when somebody else saved since
	 */
	@Transactional
	public LandingPage publish(UUID id, int seen, Actor by) {
		LandingPage page = find(id, seen);
		Instant now = this.clock.instant();
		Optional<Version<PageContent>> before = this.versions.find(id, page.published());
		boolean same = before.filter((version) -> version.content().equals(page.draft())).isPresent();
		if (same && page.unpublishedAt() == null) {
			return page;
		}
		LandingPage published = this.pages
			.save(same ? page.publishAgain(now, by.name()) : page.publish(now, by.name()));
		this.events.publishEvent(new PublicationChanged(published.slug()));
		if (!same) {
			this.versions.add(new Version<>(id, page.next(), page.name(), page.draft(), now, by.name()));
		}
		this.audit.write(by, "published", PageParts.subject(published), changes(page, before, published));
		return published;
	}

	/**
	 * Takes the page back; opt-out pages keep honouring links already sent.
	 * @throws StaleEditException when somebody else saved since
	 */
	@Transactional
	public LandingPage unpublish(UUID id, int seen, Actor by) {
		LandingPage page = find(id, seen);
		if (page.published() == null || page.unpublishedAt() != null) {
			return page;
		}
		LandingPage taken = this.pages.save(page.unpublish(this.clock.instant(), by.name()));
		this.events.publishEvent(new PublicationChanged(taken.slug()));
		this.audit.write(by, "unpublished", PageParts.subject(taken),
				List.of(new FieldChange("published", page.published().toString(), null)));
		return taken;
	}

	private static List<FieldChange> changes(LandingPage page, Optional<Version<PageContent>> before,
			LandingPage published) {
		Map<String, String> was = new HashMap<>();
		before.ifPresent((version) -> was.putAll(PageParts.of(version.name(), version.content())));
		Map<String, String> is = new HashMap<>(PageParts.of(page.name(), page.draft()));
		if (page.unpublishedAt() == null && page.published() != null) {
			was.put("published", page.published().toString());
		}
		is.put("published", String.valueOf(published.published()));
		return FieldChange.between(was, is);
	}

	private LandingPage find(UUID id, int seen) {
		LandingPage page = this.pages.find(id).orElseThrow(() -> new NotFoundException("landing page " + id));
		if (page.version() != seen) {
			throw new StaleEditException("landing page " + page.slug());
		}
		return page;
	}

}
