package dev.sayso.offer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.Archivable;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.shared.Ids;

/**
 * Something that may be shown. What is shown is the approved version; editing makes a
 * draft beside it.
 *
 * @param version counts saves, so that a stale one is seen
 * @param slug its key in URLs and in the API, given once
 * @param fallback whether it is what shows when nothing else may: for everybody, without
 * caps, reading nothing of anybody
 * @param draft what the next approval freezes
 * @param approved the number of the version that shows; null before the first
 * @param archivedAt since when it is archived and shows nowhere; null while it is in use
 */
public record Offer(@Id UUID id, @Version @Nullable Integer version, String slug, String name, String description,
		boolean fallback, OfferContent draft, @Nullable Integer approved, @Nullable Instant archivedAt,
		Instant createdAt, Instant changedAt, String changedBy) implements Archivable<Offer> {

	public enum Status {

		DRAFT, APPROVED, ARCHIVED

	}

	public static Offer create(String slug, String name, String description, boolean fallback, OfferContent draft,
			Instant now, String by) {
		return new Offer(Ids.next(), null, slug, name, description, fallback, draft, null, null, now, now, by);
	}

	Offer edit(String renamed, String described, OfferContent changed, Instant now, String by) {
		return new Offer(this.id, this.version, this.slug, renamed, described, this.fallback, changed, this.approved,
				this.archivedAt, this.createdAt, now, by);
	}

	public Offer approve(Instant now, String by) {
		return new Offer(this.id, this.version, this.slug, this.name, this.description, this.fallback, this.draft,
				next(), null, this.createdAt, now, by);
	}

	@Override
	public Offer archive(boolean away, Instant now, String by) {
		return new Offer(this.id, this.version, this.slug, this.name, this.description, this.fallback, this.draft,
				this.approved, away ? now : null, this.createdAt, now, by);
	}

	public int next() {
		return (this.approved != null) ? this.approved + 1 : 1;
	}

	public Status status() {
		if (this.archivedAt != null) {
			return Status.ARCHIVED;
		}
		return (this.approved != null) ? Status.APPROVED : Status.DRAFT;
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("offer", this.id.toString(), this.name);
	}

	@Override
	public Map<String, String> fields() {
		return OfferParts.of(this);
	}

	@Override
	public List<FieldChange> changesSince(Map<String, ?> before) {
		return OfferDifferences.between(before, fields());
	}

	/** A draft shows nowhere. */
	@Override
	public @Nullable Object event(String action) {
		return action.equals("created") || action.equals("edited") ? null : new CatalogueChanged();
	}

}
