package dev.sayso.landing.configuration;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageStatus;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;
import dev.sayso.store.ImageUsage;

/**
 * The landing pages in the configuration file. One that the file calls published is
 * reviewed and published as the file has it; the draft beside it stays a draft.
 */
@Component
@Order(28)
class PagesPart implements ConfigurationPart<PageItem>, ImageUsage {

	private final LandingPages pages;

	private final PageItems items;

	private final PageReferences references;

	private final PageFaults faults;

	private final BringPage bring;

	private final Clock clock;

	PagesPart(LandingPages pages, PageItems items, PageReferences references, PageFaults faults, BringPage bring,
			Clock clock) {
		this.pages = pages;
		this.items = items;
		this.references = references;
		this.faults = faults;
		this.bring = bring;
		this.clock = clock;
	}

	@Override
	public String kind() {
		return "pages";
	}

	@Override
	public Class<PageItem> type() {
		return PageItem.class;
	}

	@Override
	public Stream<PageItem> items() {
		return this.pages.all().stream().sorted(Comparator.comparing(LandingPage::slug)).map(this.items::write);
	}

	@Override
	public Optional<PageItem> find(String key) {
		return this.pages.findBySlug(key).map(this.items::write);
	}

	@Override
	public Set<String> images() {
		return PageItems.images(items());
	}

	@Override
	public List<Fault> faults(PageItem written) {
		return PageItemFaults.of(written);
	}

	@Override
	public PageItem apply(PageItem written, @Nullable PageItem before, Actor by) {
		if (before != null && !Objects.equals(before.kind(), written.kind())) {
			throw ProblemException.faulty(List.of(new Fault("/kind", "is given once and does not change")));
		}
		written.refuseRelease(before);
		if (before != null && isSame(written, before)) {
			return before;
		}
		List<Fault> missing = this.references.faults(written);
		if (!missing.isEmpty()) {
			throw ProblemException.faulty(missing);
		}
		return this.items.write(this.bring.bring(written, before, by));
	}

	/** Whether the store has all that the file says already. */
	private static boolean isSame(PageItem written, PageItem before) {
		boolean stands = !written.goesLive() || written.showsAs(before);
		return written.isWatchedAs(before) && stands && written.drafted().normal().equals(before.drafted().normal());
	}

	/** What another has to publish is drafted and asked for. */
	@Override
	public boolean waits(PageItem written, PageItem after) {
		return written.goesLive() && after.fourEyes() != null && !written.showsAs(after);
	}

	@Override
	public Map<String, List<Fault>> unsettled(Set<String> keys) {
		Map<String, List<Fault>> unsettled = new LinkedHashMap<>();
		Instant now = this.clock.instant();
		keys.stream().sorted().forEach((key) -> this.pages.findBySlug(key).ifPresent((page) -> {
			List<Fault> found = unsettled(page, now);
			if (!found.isEmpty()) {
				unsettled.put(key, found);
			}
		}));
		return unsettled;
	}

	/** A page that readers do not see any more may lead nowhere. */
	private List<Fault> unsettled(LandingPage page, Instant now) {
		PageItem item = this.items.write(page);
		PageStatus status = page.status(now);
		boolean shown = status == PageStatus.PUBLISHED || status == PageStatus.SCHEDULED;
		return Stream.of(this.references.pages("", item),
				(item.next() != null) ? this.references.pages("/next", item.next()) : List.<Fault>of(),
				(item.draft() != null) ? this.references.pages("/draft", item.draft()) : List.<Fault>of(),
				shown ? this.faults.findLeading(this.items.draft(page, item), item, "") : List.<Fault>of(),
				shown && item.next() != null
						? this.faults.findLeading(this.items.draft(page, item.next()), item.next(), "/next")
						: List.<Fault>of())
			.flatMap(List::stream)
			.distinct()
			.toList();
	}

	/**
	 * Takes a page back that readers see; one that can stop contact goes on to stop it
	 * for whoever has a link. What nobody ever saw stays a draft.
	 */
	@Override
	public boolean prune(PageItem unnamed, Actor by) {
		return this.bring.takeBack(Objects.requireNonNull(unnamed.key()), by);
	}

}
