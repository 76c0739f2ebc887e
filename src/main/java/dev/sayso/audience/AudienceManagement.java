package dev.sayso.audience;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.audit.FieldChange;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.FactUsages;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;

/**
 * Creates and changes audiences, each change with a version and an audit entry.
 */
@Component
public class AudienceManagement {

	private final Audiences audiences;

	private final AudienceVersions versions;

	private final FixedListMembers members;

	private final ConditionCompiler conditions;

	private final FactUsages usages;

	private final AuditedChanges changes;

	private final Clock clock;

	AudienceManagement(Audiences audiences, AudienceVersions versions, FixedListMembers members,
			ConditionCompiler conditions, FactUsages usages, AuditedChanges changes, Clock clock) {
		this.audiences = audiences;
		this.versions = versions;
		this.members = members;
		this.conditions = conditions;
		this.usages = usages;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * Creates an audience.
	 * @param condition null for a list, which is empty then
	 * @throws dev.sayso.condition.InvalidConditionException when the condition is broken
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	public Audience create(String slug, String name, String description, @Nullable Condition condition, Actor by) {
		check(slug, condition);
		Audience created = this.changes.create(this.audiences,
				Audience.create(slug, name, description, condition, this.clock.instant(), by.name()), by);
		this.versions.add(created, created.isList() ? 0 : null);
		return created;
	}

	/**
	 * Saves an edit; one that changes nothing leaves nothing behind.
	 * @param anyway saves it also where something that is built on it breaks
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 * {@code version}
	 * @throws dev.sayso.condition.InvalidConditionException when the condition is broken
	 * @throws dev.sayso.condition.BrokenUsesException with what is built on it and would
	 * break
	 */
	@Transactional
	Audience edit(UUID id, int version, String name, String description, @Nullable Condition condition, boolean anyway,
			Actor by) {
		Audience before = this.audiences.get(id, version);
		check(before.slug(), condition);
		return this.usages.change(AudienceFacts.PREFIX + before.slug(), anyway,
				() -> edit(before, name, description, condition, by));
	}

	private Audience edit(Audience before, String name, String description, @Nullable Condition condition, Actor by) {
		Audience saved = this.changes.edit(this.audiences, before,
				before.edit(name, description, condition, this.clock.instant(), by.name()), by);
		if (saved != before) {
			this.versions.add(saved, saved.isList() ? this.members.count(saved.id()) : null);
		}
		return saved;
	}

	@Transactional
	public Audience archive(UUID id, boolean archived, Actor by) {
		return this.changes.archive(this.audiences, this.audiences.get(id), archived, by);
	}

	/**
	 * Changes the members of a list.
	 * @param act changes them and returns how many it changed
	 */
	@Transactional
	int change(Audience list, IntSupplier act, Actor by) {
		int before = this.members.count(list.id());
		int changed = act.getAsInt();
		if (changed > 0) {
			Audience now = this.audiences.get(list.id());
			int after = this.members.count(list.id());
			Audience saved = this.changes.save(this.audiences,
					now.edit(now.name(), now.description(), null, this.clock.instant(), by.name()), "edited",
					List.of(new FieldChange("members", String.valueOf(before), String.valueOf(after))), by);
			this.versions.add(saved, after);
		}
		return changed;
	}

	private void check(String slug, @Nullable Condition condition) {
		if (condition != null) {
			this.conditions.compile(condition, AudienceFacts.PREFIX + slug);
		}
	}

}
