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

import dev.sayso.audit.AuditedChanges;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.store.Version;

/**
 * Shows a draft to recipients as a version that never changes again, and takes a page
 * back.
 */
@Component
public class PublishPage {

	private final LandingPages pages;

	private final PageVersions versions;

	private final AuditedChanges changes;

	private final PageDefaults defaults;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	PublishPage(LandingPages pages, PageVersions versions, AuditedChanges changes, PageDefaults defaults, Clock clock,
			ApplicationEventPublisher events) {
		this.pages = pages;
		this.versions = versions;
		this.changes = changes;
		this.defaults = defaults;
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
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 * @throws dev.sayso.store.FourEyesException when the page is for another to publish
	 */
	@Transactional
	public LandingPage publish(UUID id, int seen, Actor by) {
		LandingPage page = this.pages.get(id, seen);
		Instant now = this.clock.instant();
		PageContent content = this.defaults.fill(page.draft());
		Optional<Version<PageContent>> before = this.versions.find(id, page.published());
		boolean same = before.filter((version) -> version.content().equals(content)).isPresent();
		if (same && page.unpublishedAt() == null) {
			return page;
		}
		page.fourEyes().check(by);
		LandingPage published = same ? page.publishAgain(now, by.name()) : page.publish(now, by.name());
		LandingPage saved = this.changes.save(this.pages, published, "published",
				changes(page, content, before, published), by);
		this.events.publishEvent(new PublicationChanged(saved.slug()));
		if (!same) {
			this.versions.add(new Version<>(id, page.next(), page.name(), content, now, by.name(),
					page.fourEyes().requestedBy()));
		}
		return saved;
	}

	/**
	 * Takes the page back; opt-out pages keep honouring links already sent.
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 */
	@Transactional
	public LandingPage unpublish(UUID id, int seen, Actor by) {
		LandingPage page = this.pages.get(id, seen);
		if (page.published() == null || page.unpublishedAt() != null) {
			return page;
		}
		LandingPage taken = this.changes.save(this.pages, page.unpublish(this.clock.instant(), by.name()),
				"unpublished", List.of(new FieldChange("published", page.published().toString(), null)), by);
		this.events.publishEvent(new PublicationChanged(taken.slug()));
		return taken;
	}

	private static List<FieldChange> changes(LandingPage page, PageContent content,
			Optional<Version<PageContent>> before, LandingPage published) {
		Map<String, String> was = new HashMap<>();
		before.ifPresent((version) -> was.putAll(PageParts.of(version.name(), version.content())));
		Map<String, String> is = new HashMap<>(PageParts.of(page.name(), content));
		if (page.unpublishedAt() == null && page.published() != null) {
			was.put("published", page.published().toString());
		}
		is.put("published", String.valueOf(published.published()));
		return FieldChange.between(was, is);
	}

}
