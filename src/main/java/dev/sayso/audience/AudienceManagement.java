package dev.sayso.audience;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;
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

	private final Audit audit;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	AudienceManagement(Audiences audiences, AudienceVersions versions, FixedListMembers members,
			ConditionCompiler conditions, Audit audit, Clock clock, ApplicationEventPublisher events) {
		this.audiences = audiences;
		this.versions = versions;
		this.members = members;
		this.conditions = conditions;
		this.audit = audit;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Creates an audience.
	 * @param condition null for a list, which is empty then
	 * @throws dev.sayso.condition.InvalidConditionException when the condition is broken
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	Audience create(String slug, String name, String description, @Nullable Condition condition, Actor by) {
		check(slug, condition);
		Audience created = this.audiences
			.save(Audience.create(slug, name, description, condition, this.clock.instant(), by.name()));
		this.versions.add(created, created.isList() ? 0 : null);
		this.audit.write(by, "created", subject(created), FieldChange.between(Map.of(), fields(created)));
		this.events.publishEvent(new AudienceChanged(slug));
		return created;
	}

	/**
	 * Saves an edit; one that changes nothing leaves nothing behind.
	 * @throws StaleEditException when somebody else saved since {@code version}
	 * @throws dev.sayso.condition.InvalidConditionException when the condition is broken
	 */
	@Transactional
	Audience edit(UUID id, int version, String name, String description, @Nullable Condition condition, Actor by) {
		Audience before = read(id);
		if (before.version() == null || before.version() != version) {
			throw new StaleEditException("audience " + before.slug());
		}
		check(before.slug(), condition);
		return save(before, before.edit(name, description, condition, this.clock.instant(), by.name()), "edited", by);
	}

	/**
	 * Archives or restores an audience.
	 */
	@Transactional
	public Audience archive(UUID id, boolean archived, Actor by) {
		Audience before = read(id);
		if (before.isArchived() == archived) {
			return before;
		}
		Audience changed = this.audiences.save(before.archive(archived, this.clock.instant(), by.name()));
		this.audit.write(by, archived ? "archived" : "restored", subject(changed), List.of());
		return changed;
	}

	/**
	 * Changes the members of a list.
	 * @param act changes them and returns how many it changed
	 */
	@Transactional
	int change(Audience list, java.util.function.IntSupplier act, Actor by) {
		int before = this.members.count(list.id());
		int changed = act.getAsInt();
		if (changed > 0) {
			Audience now = read(list.id());
			Audience saved = this.audiences
				.save(now.edit(now.name(), now.description(), null, this.clock.instant(), by.name()));
			int after = this.members.count(list.id());
			this.versions.add(saved, after);
			this.audit.write(by, "edited", subject(saved),
					List.of(new FieldChange("members", String.valueOf(before), String.valueOf(after))));
		}
		return changed;
	}

	private Audience save(Audience before, Audience after, String action, Actor by) {
		List<FieldChange> changes = FieldChange.between(fields(before), fields(after));
		if (changes.isEmpty()) {
			return before;
		}
		Audience saved = this.audiences.save(after);
		this.versions.add(saved, saved.isList() ? this.members.count(saved.id()) : null);
		this.audit.write(by, action, subject(saved), changes);
		this.events.publishEvent(new AudienceChanged(saved.slug()));
		return saved;
	}

	private void check(String slug, @Nullable Condition condition) {
		if (condition != null) {
			this.conditions.compile(condition, AudienceFacts.PREFIX + slug);
		}
	}

	private Audience read(UUID id) {
		return this.audiences.findById(id).orElseThrow(() -> new NotFoundException("audience " + id));
	}

	static AuditSubject subject(Audience audience) {
		return new AuditSubject("audience", audience.id().toString(), audience.name());
	}

	private static Map<String, Object> fields(Audience audience) {
		Map<String, Object> fields = new HashMap<>(
				Map.of("name", audience.name(), "description", audience.description()));
		if (audience.condition() != null) {
			fields.put("condition", audience.condition());
		}
		return fields;
	}

}
