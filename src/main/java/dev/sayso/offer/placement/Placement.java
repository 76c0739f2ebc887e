package dev.sayso.offer.placement;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentFormat;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.offer.text.ContentType;
import dev.sayso.shared.Ids;

/**
 * Where offers show.
 *
 * @param version counts saves, so that a stale one is seen
 * @param slug its key in URLs and in the API, given once
 * @param surface the key of a {@link Surface}
 * @param contentType the key of a {@link ContentType}; both are given once, since offers
 * are written for them
 * @param items how many offers it shows unless a request gives another number
 * @param layout its fields and their template, where it shows those; null for none
 * @param archivedAt since when it is archived; null while it is in use
 */
public record Placement(@Id UUID id, @Version @Nullable Integer version, String slug, String name, String description,
		String surface, String contentType, int items, ContentLayout layout, @Nullable Instant archivedAt,
		Instant createdAt, Instant changedAt, String changedBy) implements CatalogueThing<Placement> {

	public static final int MOST_ITEMS = 100;

	public Placement(UUID id, @Nullable Integer version, String slug, String name, String description, String surface,
			String contentType, int items, @Nullable ContentLayout layout, @Nullable Instant archivedAt,
			Instant createdAt, Instant changedAt, String changedBy) {
		this.id = id;
		this.version = version;
		this.slug = slug;
		this.name = name;
		this.description = description;
		this.surface = surface;
		this.contentType = contentType;
		this.items = items;
		this.layout = (layout != null) ? layout : ContentLayout.NONE;
		this.archivedAt = archivedAt;
		this.createdAt = createdAt;
		this.changedAt = changedAt;
		this.changedBy = changedBy;
	}

	public static Placement create(String slug, String name, String description, Surface surface, ContentType type,
			int items, Instant now, String by) {
		return new Placement(Ids.next(), null, slug, name, description, surface.key(), type.key(), items, null, null,
				now, now, by);
	}

	Placement edit(String renamed, String described, int shown, Instant now, String by) {
		return new Placement(this.id, this.version, this.slug, renamed, described, this.surface, this.contentType,
				shown, this.layout, this.archivedAt, this.createdAt, now, by);
	}

	/** The same with other fields, or another template. */
	public Placement with(ContentLayout changed) {
		return new Placement(this.id, this.version, this.slug, this.name, this.description, this.surface,
				this.contentType, this.items, changed, this.archivedAt, this.createdAt, this.changedAt, this.changedBy);
	}

	@Override
	public Placement copy(String key, String named, Instant now, String by) {
		return new Placement(Ids.next(), null, key, named, this.description, this.surface, this.contentType, this.items,
				this.layout, null, now, now, by);
	}

	/** Archives it, or restores it: what is live keeps using it. */
	@Override
	public Placement archive(boolean away, Instant now, String by) {
		return new Placement(this.id, this.version, this.slug, this.name, this.description, this.surface,
				this.contentType, this.items, this.layout, away ? now : null, this.createdAt, now, by);
	}

	public Surface on() {
		return new Surface(this.surface);
	}

	public ContentType type() {
		return ContentType.of(this.contentType).orElseThrow();
	}

	/** What it shows, with its fields. */
	public ContentFormat format() {
		return new ContentFormat(type(), this.layout);
	}

	@Override
	public String kind() {
		return "placement";
	}

	@Override
	public Map<String, ?> fields() {
		return Map.of("name", this.name, "description", this.description, "surface", this.surface, "contentType",
				this.contentType, "items", this.items, "fields",
				this.layout.fields().stream().map(Placement::told).collect(Collectors.joining("\n")), "template",
				this.layout.template());
	}

	private static String told(ContentField field) {
		return field.key() + ": " + field.label() + " (" + field.kind() + (field.mandatory() ? " *" : "") + ", "
				+ field.longest() + ")";
	}

}
