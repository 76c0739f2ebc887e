package dev.sayso.landing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.Audited;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Named;
import dev.sayso.store.FourEyes;

/**
 * A public page: a draft that is edited, beside the published version that recipients
 * see.
 *
 * @param version counts edits, so that a stale one is seen
 * @param number what personal links call the page, never given twice
 * @param slug its name in URLs, given once
 * @param published number of the newest published version; null before the first
 * @param opensAt from when on that version is shown; null for always
 * @param closesAt until when it is shown; null for ever
 * @param standing number of the version that recipients see, or saw last, before the
 * newest opens; null where there is none or the newest opened at once
 * @param standingUntil when that one closes; null for never
 * @param unpublishedAt since when it is taken back; null while it is not
 * @param updatedBy who changed it last
 * @param fourEyes who changed its draft last, and what waits for another than them
 */
public record LandingPage(@Id UUID id, @Version @Nullable Integer version, int number, String slug, PageKind kind,
		String name, PageContent draft, @Nullable Integer published, @Nullable Instant opensAt,
		@Nullable Instant closesAt, @Nullable Integer standing, @Nullable Instant standingUntil,
		@Nullable Instant unpublishedAt, Instant createdAt, Instant updatedAt, String updatedBy,
		FourEyes fourEyes) implements Audited, Named {

	public LandingPage {
		fourEyes = (fourEyes != null) ? fourEyes : FourEyes.of(updatedBy, updatedAt);
	}

	public static LandingPage create(int number, String slug, PageKind kind, String name, PageContent draft,
			Instant now, Actor by) {
		return new LandingPage(Ids.next(), null, number, slug, kind, name, draft, null, null, null, null, null, null,
				now, now, by.name(), FourEyes.of(by, now));
	}

	/** Whether the page can write a no: its links then never expire. */
	public boolean canOptOut(PageContent content) {
		return this.kind.writesNo() || content.writesNo();
	}

	public int next() {
		return (this.published != null) ? this.published + 1 : 1;
	}

	public PageStatus status(Instant now) {
		if (this.published == null) {
			return PageStatus.DRAFT;
		}
		if (this.unpublishedAt != null) {
			return PageStatus.UNPUBLISHED;
		}
		if (awaitsOpening(now)) {
			return (this.standing != null && isOpen(this.standingUntil, now)) ? PageStatus.PUBLISHED
					: PageStatus.SCHEDULED;
		}
		return isOpen(this.closesAt, now) ? PageStatus.PUBLISHED : PageStatus.EXPIRED;
	}

	/**
	 * The number of the version that recipients see, or saw last; null where nobody has
	 * seen any yet.
	 */
	public @Nullable Integer shown(Instant now) {
		return awaitsOpening(now) ? this.standing : this.published;
	}

	/** When nothing is shown any more for want of another version; null for never. */
	public @Nullable Instant shownUntil(Instant now) {
		Instant closes = closing(now);
		boolean overtaken = awaitsOpening(now) && closes != null && !closes.isBefore(this.opensAt);
		return overtaken ? null : closes;
	}

	/** When the newest version opens; null where it has, or the page is taken back. */
	public @Nullable Instant upcomingAt(Instant now) {
		return (this.unpublishedAt == null && awaitsOpening(now)) ? this.opensAt : null;
	}

	public LandingPage edit(String renamed, PageContent content, Instant now, Actor by) {
		return new LandingPage(this.id, this.version, this.number, this.slug, this.kind, renamed, content,
				this.published, this.opensAt, this.closesAt, this.standing, this.standingUntil, this.unpublishedAt,
				this.createdAt, now, by.name(), this.fourEyes.edit(by, now));
	}

	/** The page with who has to agree with whom, which changes nothing of its draft. */
	public LandingPage with(FourEyes eyes) {
		return new LandingPage(this.id, this.version, this.number, this.slug, this.kind, this.name, this.draft,
				this.published, this.opensAt, this.closesAt, this.standing, this.standingUntil, this.unpublishedAt,
				this.createdAt, this.updatedAt, this.updatedBy, eyes);
	}

	LandingPage publish(Instant now, String by) {
		return shows(next(), now, by);
	}

	/**
	 * Shows the newest version again, which nobody edited since.
	 * @throws IllegalStateException when there is none
	 */
	LandingPage publishAgain(Instant now, String by) {
		if (this.published == null) {
			throw new IllegalStateException("page " + this.slug + " was never published");
		}
		return shows(this.published, now, by);
	}

	LandingPage unpublish(Instant now, String by) {
		if (this.published == null) {
			throw new IllegalStateException("page " + this.slug + " was never published");
		}
		Instant since = (this.unpublishedAt != null) ? this.unpublishedAt : now;
		return new LandingPage(this.id, this.version, this.number, this.slug, this.kind, this.name, this.draft,
				this.published, this.opensAt, this.closesAt, this.standing, this.standingUntil, since, this.createdAt,
				now, by, this.fourEyes);
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("landing-page", this.id.toString(), this.name);
	}

	@Override
	public Map<String, String> fields() {
		return PageParts.of(this.name, this.draft);
	}

	private LandingPage shows(int number, Instant now, String by) {
		Instant opens = this.draft.behaviour().opensAt();
		boolean later = opens != null && now.isBefore(opens);
		Integer stays = later ? shown(now) : null;
		Instant end = (this.unpublishedAt != null) ? this.unpublishedAt : closing(now);
		return new LandingPage(this.id, this.version, this.number, this.slug, this.kind, this.name, this.draft, number,
				opens, this.draft.behaviour().closesAt(), stays, (stays != null) ? end : null, null, this.createdAt,
				now, by, this.fourEyes.close());
	}

	/**
	 * Whether the newest version has not opened; where the page is taken back, whether it
	 * had not by then.
	 */
	private boolean awaitsOpening(Instant now) {
		Instant at = (this.unpublishedAt != null) ? this.unpublishedAt : now;
		return this.opensAt != null && at.isBefore(this.opensAt);
	}

	private @Nullable Instant closing(Instant now) {
		return (awaitsOpening(now) && this.standing != null) ? this.standingUntil : this.closesAt;
	}

	private static boolean isOpen(@Nullable Instant until, Instant now) {
		return until == null || now.isBefore(until);
	}

}
