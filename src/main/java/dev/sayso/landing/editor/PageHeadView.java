package dev.sayso.landing.editor;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageStatus;

/**
 * What stands above every tab of a page: where it stands, and how its draft differs.
 *
 * @param differing how many parts of the draft differ from the published version
 * @param versions how many versions were published
 * @param submissions how many forms people sent
 * @param link the public link, while it leads somewhere or will; null else
 */
public record PageHeadView(LandingPage page, Instant now, int differing, int versions, long submissions,
		@Nullable String link) {

	public PageStatus status() {
		return this.page.status(this.now);
	}

	/** The number of the version that the status is about. */
	public @Nullable Integer shown() {
		Integer shown = this.page.shown(this.now);
		return (shown != null) ? shown : this.page.published();
	}

	/** When the version that is shown closes; null for never. */
	public @Nullable Instant closesAt() {
		return this.page.shownUntil(this.now);
	}

	/** When the newest version opens; null where it has. */
	public @Nullable Instant upcomingAt() {
		return this.page.upcomingAt(this.now);
	}

	/** When the draft would open if it were published; null for at once. */
	public @Nullable Instant draftOpensAt() {
		Instant opens = this.page.draft().behaviour().opensAt();
		return (opens != null && this.now.isBefore(opens)) ? opens : null;
	}

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
		return switch (status()) {
			case PUBLISHED -> "yes";
			case SCHEDULED -> "wait";
			case DRAFT -> "blue";
			case EXPIRED, UNPUBLISHED -> "";
		};
	}

	/** The symbol of the chip. */
	public String icon() {
		return switch (status()) {
			case PUBLISHED -> "check";
			case SCHEDULED -> "calendar";
			case DRAFT -> "pencil";
			case EXPIRED -> "clock";
			case UNPUBLISHED -> "eye-off";
		};
	}

}
