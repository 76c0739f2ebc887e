package dev.sayso.landing.editor;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.FieldChange;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageParts;
import dev.sayso.landing.PageVersions;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;
import dev.sayso.store.Version;

/**
 * Creates pages as drafts, changes a draft while recipients still see the published
 * version, and deletes a page that nobody ever saw.
 */
@Component
public class PageManagement {

	private final LandingPages pages;

	private final PageVersions versions;

	private final Audit audit;

	private final Clock clock;

	PageManagement(LandingPages pages, PageVersions versions, Audit audit, Clock clock) {
		this.pages = pages;
		this.versions = versions;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Creates a page.
	 * @throws org.springframework.dao.DuplicateKeyException when the slug is taken
	 */
	@Transactional
	public LandingPage create(String slug, PageKind kind, String name, PageContent content, Actor by) {
		Instant now = this.clock.instant();
		LandingPage page = LandingPage.create(this.pages.nextNumber(), slug, kind, name, content, now, by.name());
		this.pages.add(page);
		this.audit.write(by, "created", PageParts.subject(page),
				FieldChange.between(Map.of(), PageParts.of(name, content)));
		return page;
	}

	/**
	 * Saves the draft; where nothing differs nothing is written.
	 * @param seen the version the editor saw
	 * @throws StaleEditException when somebody else saved since
	 */
	@Transactional
	public LandingPage edit(UUID id, int seen, String name, PageContent content, Actor by) {
		LandingPage page = find(id);
		if (page.version() != seen) {
			throw new StaleEditException("landing page " + page.slug());
		}
		return save(page, "edited", name, content, by);
	}

	/** Makes a published version the draft again. */
	@Transactional
	public LandingPage restore(UUID id, int number, Actor by) {
		LandingPage page = find(id);
		Version<PageContent> version = this.versions.find(id, number)
			.orElseThrow(() -> new NotFoundException("version " + number + " of landing page " + id));
		return save(page, "restored", page.name(), version.content(), by);
	}

	/**
	 * Deletes a page that was never published.
	 * @throws StaleEditException when it was published meanwhile
	 */
	@Transactional
	public void delete(UUID id, Actor by) {
		LandingPage page = find(id);
		this.pages.delete(page);
		this.audit.write(by, "deleted", PageParts.subject(page), List.of());
	}

	private LandingPage save(LandingPage page, String action, String name, PageContent content, Actor by) {
		List<FieldChange> changes = FieldChange.between(PageParts.of(page.name(), page.draft()),
				PageParts.of(name, content));
		if (changes.isEmpty()) {
			return page;
		}
		LandingPage edited = this.pages.save(page.edit(name, content, this.clock.instant(), by.name()));
		this.audit.write(by, action, PageParts.subject(edited), changes);
		return edited;
	}

	private LandingPage find(UUID id) {
		return this.pages.find(id).orElseThrow(() -> new NotFoundException("landing page " + id));
	}

}
