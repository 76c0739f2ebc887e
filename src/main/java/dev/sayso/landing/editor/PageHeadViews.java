package dev.sayso.landing.editor;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.account.Publishers;
import dev.sayso.audit.FieldChange;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageDefaults;
import dev.sayso.landing.PageParts;
import dev.sayso.landing.PageStatus;
import dev.sayso.landing.PageVersions;
import dev.sayso.shared.Actor;
import dev.sayso.shared.PublicAddress;
import dev.sayso.store.FourEyesView;

/**
 * Shows where a page stands.
 */
@Component
public class PageHeadViews {

	private final PageVersions versions;

	private final SubmissionCounts counts;

	private final PublicAddress address;

	private final PageDefaults defaults;

	private final Publishers publishers;

	private final Clock clock;

	PageHeadViews(PageVersions versions, SubmissionCounts counts, PublicAddress address, PageDefaults defaults,
			Publishers publishers, Clock clock) {
		this.versions = versions;
		this.counts = counts;
		this.address = address;
		this.defaults = defaults;
		this.publishers = publishers;
		this.clock = clock;
	}

	public PageHeadView view(LandingPage page) {
		int published = (page.published() != null) ? page.published() : 0;
		return new PageHeadView(page, this.clock.instant(), differing(page), published,
				this.counts.submissions(page.id()), link(page));
	}

	/**
	 * The link for everybody, while it leads somewhere or will; a denylist page has none
	 * that one would hand out.
	 */
	public @Nullable String link(LandingPage page) {
		PageStatus status = page.status(this.clock.instant());
		boolean leads = status == PageStatus.PUBLISHED || status == PageStatus.SCHEDULED;
		return (leads && page.kind().isPublic()) ? this.address.url() + "/p/" + page.slug() : null;
	}

	/** Who may publish the page, and who of them is to. */
	FourEyesView eyes(LandingPage page, Actor reader) {
		return FourEyesView.of(page.fourEyes(), reader, this.publishers.list());
	}

	/** The parts of the newest version; none before the first. */
	Map<String, String> published(LandingPage page) {
		return this.versions.find(page.id(), page.published())
			.map((version) -> PageParts.of(page.name(), version.content()))
			.orElse(Map.of());
	}

	/** The parts of the draft, as its readers would see them now. */
	Map<String, String> draft(LandingPage page) {
		return PageParts.of(page.name(), this.defaults.fill(page.draft()));
	}

	private int differing(LandingPage page) {
		return (page.published() == null) ? 0 : FieldChange.between(published(page), draft(page)).size();
	}

}
