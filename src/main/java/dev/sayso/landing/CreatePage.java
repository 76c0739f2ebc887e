package dev.sayso.landing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Moments;
import dev.sayso.shared.NotFound;
import dev.sayso.shared.StaleEdit;

/**
 * Brings pages into being as drafts, as copies too, and lets a draft go that nobody ever
 * saw.
 */
@Component
public class CreatePage {

	private final LandingPages pages;

	private final Audit audit;

	private final Moments moments;

	CreatePage(LandingPages pages, Audit audit, Moments moments) {
		this.pages = pages;
		this.audit = audit;
		this.moments = moments;
	}

	/**
	 * Creates a page.
	 * @throws org.springframework.dao.DuplicateKeyException when the slug is taken
	 */
	@Transactional
	public LandingPage create(String slug, PageKind kind, String name, PageContent content, Actor by) {
		Instant now = this.moments.now();
		LandingPage page = LandingPage.create(this.pages.nextNumber(), slug, kind, name, content, now, by.name());
		this.pages.add(page);
		this.audit.write(by, "created", PageParts.subject(page),
				FieldChange.between(Map.of(), PageParts.of(name, content)));
		return page;
	}

	/**
	 * Deletes a page that was never published.
	 * @throws StaleEdit when it was published meanwhile
	 */
	@Transactional
	public void delete(UUID id, Actor by) {
		LandingPage page = this.pages.find(id).orElseThrow(() -> new NotFound("landing page " + id));
		this.pages.delete(page);
		this.audit.write(by, "deleted", PageParts.subject(page), List.of());
	}

}
