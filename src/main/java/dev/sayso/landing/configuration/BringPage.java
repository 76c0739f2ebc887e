package dev.sayso.landing.configuration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PublishPage;
import dev.sayso.landing.editor.PageManagement;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Brings a page of the configuration file into the store: saved and published as anybody
 * would in the console, whoever has to agree included.
 */
@Component
class BringPage {

	private final LandingPages pages;

	private final PageManagement management;

	private final PublishPage publish;

	private final PageItems items;

	private final PageFaults faults;

	private final Clock clock;

	BringPage(LandingPages pages, PageManagement management, PublishPage publish, PageItems items, PageFaults faults,
			Clock clock) {
		this.pages = pages;
		this.management = management;
		this.publish = publish;
		this.items = items;
		this.faults = faults;
		this.clock = clock;
	}

	/**
	 * @param before what the store has; null for nothing
	 * @throws ProblemException with what keeps it from being published
	 */
	@Transactional
	LandingPage bring(PageItem written, @Nullable PageItem before, Actor by) {
		LandingPage page = this.pages.findBySlug(Objects.requireNonNull(written.key()))
			.orElseGet(() -> this.management.create(Objects.requireNonNull(written.key()),
					PageKind.of(Objects.requireNonNull(written.kind())).orElseThrow(), name(written),
					this.items.content(written), by));
		if (written.requiresFourEyes()) {
			page = this.management.requireFourEyes(page.id(), version(page), by);
		}
		boolean publishes = written.goesLive() && !(before != null && written.showsWhat(before)
				&& (written.is("unpublished") || !before.is("unpublished")));
		if (publishes) {
			for (PageItem shown : (written.next() != null) ? List.of(written, written.next()) : List.of(written)) {
				page = save(page, shown, by);
				refuse(page, written, shown);
				if (!page.fourEyes().lets(by)) {
					return this.management.request(page.id(), version(page), by);
				}
				page = this.publish.publish(page.id(), version(page), by);
			}
		}
		if (written.is("unpublished")) {
			page = this.publish.unpublish(page.id(), version(page), by);
		}
		return save(page, written.drafted(), by);
	}

	private LandingPage save(LandingPage page, PageItem item, Actor by) {
		boolean same = PageItem.of(page.name(), page.draft()).equals(item.normal());
		PageContent content = same ? page.draft() : this.items.content(item);
		return this.management.edit(page.id(), version(page), name(item), content, by);
	}

	private void refuse(LandingPage page, PageItem written, PageItem shown) {
		boolean over = written.is("expired") || written.is("unpublished");
		List<Fault> found = this.faults.find(page, over, shown, (shown == written) ? "" : "/next");
		Instant closes = page.draft().behaviour().closesAt();
		if (found.isEmpty() && written.is("expired") && (closes == null || closes.isAfter(this.clock.instant()))) {
			found = List.of(new Fault("/status", "is not over"));
		}
		if (!found.isEmpty()) {
			throw ProblemException.faulty(found);
		}
	}

	/**
	 * Takes a page back, if readers see it.
	 * @return whether it did
	 */
	@Transactional
	boolean takeBack(String key, Actor by) {
		LandingPage page = this.pages.findBySlug(key).orElseThrow();
		return page.published() != null && page.unpublishedAt() == null
				&& this.publish.unpublish(page.id(), version(page), by).unpublishedAt() != null;
	}

	private static String name(PageItem item) {
		return Objects.requireNonNull(item.name()).strip();
	}

	private static int version(LandingPage page) {
		return Objects.requireNonNull(page.version());
	}

}
