package dev.sayso.landing.theme;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

import dev.sayso.audit.Archivable;
import dev.sayso.audit.AuditSubject;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Named;

/**
 * A look that pages share. A page takes it over when it is published, so that nobody's
 * page changes behind their back.
 *
 * @param version counts saves, so that a stale one is seen
 * @param slug its key in URLs, given once
 * @param brand the name on top of pages; empty for the organisation's
 * @param logo address of an uploaded picture that stands there instead; null for none
 * @param archivedAt null while it is in use
 */
public record Theme(@Id UUID id, @Version @Nullable Integer version, String slug, String name,
		@Embedded(onEmpty = OnEmpty.USE_EMPTY) ThemeStyle style, String brand, @Nullable String logo,
		@Nullable Instant archivedAt, Instant createdAt, Instant changedAt,
		String changedBy) implements Archivable<Theme>, Named {

	static final String TYPE = "theme";

	static Theme create(String slug, String name, ThemeStyle style, String brand, @Nullable String logo, Instant now,
			String by) {
		return new Theme(Ids.next(), null, slug, name, style, brand, logo, null, now, now, by);
	}

	Theme edit(String renamed, ThemeStyle restyled, String branded, @Nullable String otherLogo, Instant now,
			String by) {
		return new Theme(this.id, this.version, this.slug, renamed, restyled, branded, otherLogo, this.archivedAt,
				this.createdAt, now, by);
	}

	/** Archives it, or restores it; pages that have it keep it. */
	@Override
	public Theme archive(boolean away, Instant now, String by) {
		return new Theme(this.id, this.version, this.slug, this.name, this.style, this.brand, this.logo,
				away ? now : null, this.createdAt, now, by);
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject(TYPE, this.id.toString(), this.name);
	}

	@Override
	public Map<String, ?> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("name", this.name);
		fields.put("accent", this.style.accent());
		fields.put("paper", this.style.paper());
		fields.put("ink", this.style.ink());
		fields.put("font", this.style.font());
		fields.put("brand", this.brand);
		fields.put("logo", (this.logo != null) ? this.logo : "");
		return fields;
	}

}
