package dev.sayso.landing.editor;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.FieldChange;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageParts;
import dev.sayso.landing.PageVersion;
import dev.sayso.landing.PageVersions;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * Changes a page's draft; what recipients see stays as it is.
 */
@Component
public class EditPage {

	private final LandingPages pages;

	private final PageVersions versions;

	private final Audit audit;

	private final Clock clock;

	EditPage(LandingPages pages, PageVersions versions, Audit audit, Clock clock) {
		this.pages = pages;
		this.versions = versions;
		this.audit = audit;
		this.clock = clock;
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

	/**
	 * Makes a published version the draft again.
	 */
	@Transactional
	public LandingPage restore(UUID id, int number, Actor by) {
		LandingPage page = find(id);
		PageVersion version = this.versions.find(id, number)
			.orElseThrow(() -> new NotFoundException("version " + number + " of landing page " + id));
		return save(page, "restored", page.name(), version.content(), by);
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
