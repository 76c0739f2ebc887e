package dev.sayso.audience;

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
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Named;

/**
 * A group of people: those a condition matches at the moment of the query, or a fixed
 * list.
 *
 * @param version counts saves, so that a stale one is seen
 * @param slug its key in URLs, in the API and in conditions, given once
 * @param condition as JSON; null for a fixed list
 * @param archivedAt null while it is in use
 */
public record Audience(@Id UUID id, @Version @Nullable Integer version, String slug, String name, String description,
		@Nullable String condition, @Nullable Instant archivedAt, Instant createdAt, Instant changedAt,
		String changedBy) implements Archivable<Audience>, Named {

	static Audience create(String slug, String name, String description, @Nullable Condition condition, Instant now,
			String by) {
		return new Audience(Ids.next(), null, slug, name, description,
				(condition != null) ? ConditionJson.write(condition) : null, null, now, now, by);
	}

	Audience edit(String renamed, String described, @Nullable Condition changed, Instant now, String by) {
		return new Audience(this.id, this.version, this.slug, renamed, described,
				(changed != null) ? ConditionJson.write(changed) : null, this.archivedAt, this.createdAt, now, by);
	}

	/** Archives it, or restores it; whatever uses it goes on using it. */
	@Override
	public Audience archive(boolean archived, Instant now, String by) {
		return new Audience(this.id, this.version, this.slug, this.name, this.description, this.condition,
				archived ? now : null, this.createdAt, now, by);
	}

	public boolean isList() {
		return this.condition == null;
	}

	/** The condition that defines its members; for a list, membership itself. */
	Condition definition() {
		return (this.condition != null) ? ConditionJson.parse(this.condition) : membership();
	}

	Condition membership() {
		return new Condition.Comparison(AudienceFacts.PREFIX + this.slug, Operator.IS, true);
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject("audience", this.id.toString(), this.name);
	}

	@Override
	public Map<String, ?> fields() {
		return Map.of("name", this.name, "description", this.description, "condition",
				(this.condition != null) ? this.condition : "");
	}

	/** Of a list of a thousand addresses only what differs, not the list twice. */
	@Override
	public List<FieldChange> changesSince(Map<String, ?> before) {
		return FieldChange.between(before, fields()).stream().map(AudienceVersions::told).toList();
	}

	@Override
	public Object event(String action) {
		return new AudienceChanged(this.slug);
	}

}
