package dev.sayso.offer;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.Audited;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.shared.Ids;

/**
 * A tag of offers, by which collections select them.
 *
 * @param version counts saves, so that a stale one is seen
 * @param slug its key, given once
 */
public record Qualifier(@Id UUID id, @Version @Nullable Integer version, String slug, String name, Instant changedAt,
		String changedBy) implements Audited {

	public static Qualifier create(String slug, String name, Instant now, String by) {
		return new Qualifier(Ids.next(), null, slug, name, now, by);
	}

	public Qualifier rename(String renamed, Instant now, String by) {
		return new Qualifier(this.id, this.version, this.slug, renamed, now, by);
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("qualifier", this.id.toString(), this.name);
	}

	@Override
	public Map<String, ?> fields() {
		return Map.of("name", this.name);
	}

	@Override
	public Object event(String action) {
		return new CatalogueChanged();
	}

}
