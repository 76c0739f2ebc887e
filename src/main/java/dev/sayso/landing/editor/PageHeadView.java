package dev.sayso.landing.editor;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageStatus;

/**
 * What stands above every tab of a page: where it stands, and how its draft differs.
 *
 * @param differing how many parts of the draft differ from the published version
 * @param versions how many versions were published
 * @param submissions how many forms people sent
 * @param link the public link, while it leads somewhere; null else
 */
record PageHeadView(LandingPage page, PageStatus status, int differing, int versions, long submissions,
		@Nullable String link) {

	/** Whether recipients would see something else if the draft were published. */
	public boolean isChanged() {
		return this.page.published() == null || this.differing > 0;
	}

	/** Whether the page may be deleted: nobody has ever seen it. */
	public boolean isDeletable() {
		return this.page.published() == null;
	}

	public int next() {
		return this.page.next();
	}

	/** The colour of the chip. */
	public String chip() {
		return switch (this.status) {
			case PUBLISHED -> "yes";
			case SCHEDULED -> "wait";
			case DRAFT -> "blue";
			case EXPIRED, UNPUBLISHED -> "";
		};
	}

	/** The symbol of the chip. */
	public String icon() {
		return switch (this.status) {
			case PUBLISHED -> "check";
			case SCHEDULED -> "calendar";
			case DRAFT -> "pencil";
			case EXPIRED -> "clock";
			case UNPUBLISHED -> "eye-off";
		};
	}

}
