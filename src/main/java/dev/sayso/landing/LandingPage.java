package dev.sayso.landing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.Audited;
import dev.sayso.shared.Ids;

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
 * @param unpublishedAt since when it is taken back; null while it is not
 * @param updatedBy who changed it last
 */
public record LandingPage(@Id UUID id, @Version @Nullable Integer version, int number, String slug, PageKind kind,
		String name, PageContent draft, @Nullable Integer published, @Nullable Instant opensAt,
		@Nullable Instant closesAt, @Nullable Instant unpublishedAt, Instant createdAt, Instant updatedAt,
		String updatedBy) implements Audited {

	public static LandingPage create(int number, String slug, PageKind kind, String name, PageContent draft,
			Instant now, String by) {
		return new LandingPage(Ids.next(), null, number, slug, kind, name, draft, null, null, null, null, now, now, by);
	}

	/** Whether the page can write a no: its links then never expire. */
	public boolean canOptOut(PageContent content) {
		return this.kind == PageKind.DENYLIST || content.writesNo();
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
		if (this.opensAt != null && now.isBefore(this.opensAt)) {
			return PageStatus.SCHEDULED;
		}
		return (this.closesAt != null && !now.isBefore(this.closesAt)) ? PageStatus.EXPIRED : PageStatus.PUBLISHED;
	}

	public LandingPage edit(String renamed, PageContent content, Instant now, String by) {
		return new LandingPage(this.id, this.version, this.number, this.slug, this.kind, renamed, content,
				this.published, this.opensAt, this.closesAt, this.unpublishedAt, this.createdAt, now, by);
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
				this.published, this.opensAt, this.closesAt, since, this.createdAt, now, by);
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
		return new LandingPage(this.id, this.version, this.number, this.slug, this.kind, this.name, this.draft, number,
				this.draft.behaviour().opensAt(), this.draft.behaviour().closesAt(), null, this.createdAt, now, by);
	}

}
