package dev.sayso.decision;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.FieldChange;
import dev.sayso.condition.ConditionExcerpt;
import dev.sayso.offer.placement.CatalogueThing;
import dev.sayso.shared.Ids;

/**
 * A selection strategy: a criterion with a name of its own, which several decisions use.
 * It is kept once, and whatever uses it changes with it, at once: as a collection does,
 * it lives beside the decisions that were published with it.
 *
 * @param version counts saves, so that a stale one is seen
 * @param slug its key in URLs and in the configuration file, given once
 * @param criterion what it says; of no order and no strategy
 * @param archivedAt since when it is archived; null while it is in use
 */
public record Strategy(@Id UUID id, @Version @Nullable Integer version, String slug, String name, String description,
		Criterion criterion, @Nullable Instant archivedAt, Instant createdAt, Instant changedAt,
		String changedBy) implements CatalogueThing<Strategy> {

	public static final String KIND = "strategy";

	/** A new one; of a criterion that has an order or a strategy both are left out. */
	public static Strategy create(String slug, String name, String description, Criterion criterion, Instant now,
			String by) {
		return new Strategy(Ids.next(), null, slug, name, description, criterion.alone().at(0), null, now, now, by);
	}

	/** The same with what was typed; its key and whether it is archived stay. */
	public Strategy edit(String renamed, String described, Criterion changed, Instant now, String by) {
		return new Strategy(this.id, this.version, this.slug, renamed, described, changed.alone().at(0),
				this.archivedAt, this.createdAt, now, by);
	}

	@Override
	public Strategy copy(String key, String named, Instant now, String by) {
		return create(key, named, this.description, this.criterion, now, by);
	}

	@Override
	public Strategy archive(boolean away, Instant now, String by) {
		return new Strategy(this.id, this.version, this.slug, this.name, this.description, this.criterion,
				away ? now : null, this.createdAt, now, by);
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public Map<String, ?> fields() {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("name", this.name);
		fields.put("description", this.description);
		fields.put("collection", this.criterion.collection());
		fields.put("offers", String.join(",", this.criterion.offers()));
		fields.put("eligibility", this.criterion.eligibility());
		fields.put("formula", this.criterion.formula());
		fields.put("learned", this.criterion.learned());
		fields.put("missing", this.criterion.missing().written());
		return fields;
	}

	/** Of the long lists of a condition only what is not the same in both. */
	@Override
	public List<FieldChange> changesSince(Map<String, ?> before) {
		return FieldChange.between(before, fields())
			.stream()
			.map((change) -> change.field().equals("eligibility") ? ConditionExcerpt.of(change) : change)
			.toList();
	}

}
