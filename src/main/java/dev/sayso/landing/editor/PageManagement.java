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
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * Brings pages into being as drafts, as copies too, and lets a draft go that nobody ever
 * saw.
 */
@Component
public class PageManagement {

	private final LandingPages pages;

	private final Audit audit;

	private final Clock clock;

	PageManagement(LandingPages pages, Audit audit, Clock clock) {
		this.pages = pages;
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
	 * Deletes a page that was never published.
	 * @throws StaleEditException when it was published meanwhile
	 */
	@Transactional
	public void delete(UUID id, Actor by) {
		LandingPage page = this.pages.find(id).orElseThrow(() -> new NotFoundException("landing page " + id));
		this.pages.delete(page);
		this.audit.write(by, "deleted", PageParts.subject(page), List.of());
	}

}
