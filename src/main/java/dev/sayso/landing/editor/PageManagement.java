package dev.sayso.landing.editor;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.audit.FieldChange;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageDefaults;
import dev.sayso.landing.PageParts;
import dev.sayso.landing.PageVersions;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.store.FourEyes;
import dev.sayso.store.Version;

/**
 * Creates pages as drafts, changes a draft while recipients still see the published
 * version, and deletes a page that nobody ever saw.
 */
@Component
public class PageManagement {

	private final LandingPages pages;

	private final PageVersions versions;

	private final AuditedChanges changes;

	private final PageDefaults defaults;

	private final DraftSteps steps;

	private final Clock clock;

	PageManagement(LandingPages pages, PageVersions versions, AuditedChanges changes, PageDefaults defaults,
			DraftSteps steps, Clock clock) {
		this.pages = pages;
		this.versions = versions;
		this.changes = changes;
		this.defaults = defaults;
		this.steps = steps;
		this.clock = clock;
	}

	/**
	 * Creates a page.
	 * @throws org.springframework.dao.DuplicateKeyException when the slug is taken
	 */
	@Transactional
	public LandingPage create(String slug, PageKind kind, String name, PageContent content, Actor by) {
		Instant now = this.clock.instant();
		return this.changes.create(this.pages,
				LandingPage.create(this.pages.nextNumber(), slug, kind, name, content, now, by), by);
	}

	/**
	 * Saves the draft; where nothing differs nothing is written.
	 * @param seen the version the editor saw
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 */
	@Transactional
	public LandingPage edit(UUID id, int seen, String name, PageContent content, Actor by) {
		return save(this.pages.get(id, seen), name, content, by);
	}

	/** Changes the draft as it stands now, whoever changed it before. */
	@Transactional
	public LandingPage change(UUID id, UnaryOperator<PageContent> change, Actor by) {
		LandingPage page = lock(id);
		return save(page, page.name(), change.apply(page.draft()), by);
	}

	/** The same, and gives the page another name. */
	@Transactional
	public LandingPage change(UUID id, String name, Function<LandingPage, PageContent> change, Actor by) {
		LandingPage page = lock(id);
		return save(page, name, change.apply(page), by);
	}

	/** Takes the last change of the draft back. */
	@Transactional
	public LandingPage undo(UUID id, Actor by) {
		LandingPage page = lock(id);
		return step(page, this.steps.undo(id, page.draft()), by);
	}

	/** Makes the change again that was taken back last. */
	@Transactional
	public LandingPage redo(UUID id, Actor by) {
		LandingPage page = lock(id);
		return step(page, this.steps.redo(id, page.draft()), by);
	}

	/** The page as it stands; whoever changes it too waits. */
	private LandingPage lock(UUID id) {
		return this.pages.lock(id).orElseThrow(() -> new NotFoundException("landing page " + id));
	}

	private LandingPage step(LandingPage page, Optional<PageContent> content, Actor by) {
		return content
			.map((other) -> this.changes.edit(this.pages, page, page.edit(page.name(), other, this.clock.instant(), by),
					by))
			.orElse(page);
	}

	private LandingPage save(LandingPage page, String name, PageContent content, Actor by) {
		if (!content.equals(page.draft())) {
			this.steps.add(page.id(), page.draft());
		}
		return this.changes.edit(this.pages, page, page.edit(name, content, this.clock.instant(), by), by);
	}

	/** Makes a published version the draft again. */
	@Transactional
	public LandingPage restore(UUID id, int number, Actor by) {
		LandingPage page = this.pages.get(id);
		Version<PageContent> version = this.versions.find(id, number)
			.orElseThrow(() -> new NotFoundException("version " + number + " of landing page " + id));
		LandingPage restored = page.edit(page.name(), this.defaults.strip(version.content()), this.clock.instant(), by);
		List<FieldChange> changed = restored.changesSince(page.fields());
		if (changed.isEmpty()) {
			return page;
		}
		this.steps.add(id, page.draft());
		return this.changes.save(this.pages, restored, "restored", changed, by);
	}

	/** Asks another to publish the draft as it stands. */
	@Transactional
	public LandingPage request(UUID id, int seen, Actor by) {
		LandingPage page = this.pages.get(id, seen);
		return agree(page, page.fourEyes().request(by, this.clock.instant()), "requested", by);
	}

	/** Lets the page be published by another than its last editor alone. */
	@Transactional
	public LandingPage requireFourEyes(UUID id, int seen, Actor by) {
		LandingPage page = this.pages.get(id, seen);
		return agree(page, page.fourEyes().require(), "edited", by);
	}

	/** Asks that the page need no four eyes, or agrees with another who asked. */
	@Transactional
	public LandingPage releaseFourEyes(UUID id, int seen, Actor by) {
		LandingPage page = this.pages.get(id, seen);
		return agree(page, page.fourEyes().release(by, this.clock.instant()), "edited", by);
	}

	private LandingPage agree(LandingPage page, FourEyes eyes, String action, Actor by) {
		return eyes.equals(page.fourEyes()) ? page : this.changes.save(this.pages, page.with(eyes), action,
				FieldChange.between(page.fourEyes().fields(), eyes.fields()), by);
	}

	/**
	 * Keeps the draft of a page as a page of its own, under the first key that is free.
	 */
	@Transactional
	public LandingPage keepDraft(UUID id, String name, Actor by) {
		LandingPage page = this.pages.get(id);
		String stem = page.slug().substring(0, Math.min(50, page.slug().length())) + "-draft";
		String slug = IntStream.iterate(1, (number) -> number + 1)
			.mapToObj((number) -> (number == 1) ? stem : stem + "-" + number)
			.filter((key) -> this.pages.findBySlug(key).isEmpty())
			.findFirst()
			.orElseThrow();
		return create(slug, page.kind(), name, page.draft(), by);
	}

	/**
	 * Deletes a page that was never published.
	 * @throws dev.sayso.shared.StaleEditException when it was published meanwhile
	 */
	@Transactional
	public void delete(UUID id, Actor by) {
		LandingPage page = this.pages.get(id);
		this.pages.delete(page);
		this.changes.record(page, "deleted", List.of(), by);
	}

}
