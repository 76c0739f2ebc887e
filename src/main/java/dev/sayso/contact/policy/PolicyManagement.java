package dev.sayso.contact.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.NotFoundException;

/**
 * Creates, changes, enables and disables policies.
 */
@Component
class PolicyManagement {

	private final ConsentPolicies policies;

	private final PolicyVersions versions;

	private final PolicyForces forces;

	private final PolicyConditions conditions;

	private final AuditedChanges changes;

	private final Clock clock;

	PolicyManagement(ConsentPolicies policies, PolicyVersions versions, PolicyForces forces,
			PolicyConditions conditions, AuditedChanges changes, Clock clock) {
		this.policies = policies;
		this.versions = versions;
		this.forces = forces;
		this.conditions = conditions;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * Creates a draft, which binds nobody.
	 * @throws dev.sayso.condition.InvalidConditionException when it is broken
	 * @throws org.springframework.dao.DuplicateKeyException when the key is taken
	 */
	@Transactional
	ConsentPolicy create(String slug, String name, String description, PolicyContent content, Actor by) {
		this.conditions.check(content);
		return this.changes.create(this.policies,
				ConsentPolicy.create(slug, name, description, content, this.clock.instant(), by.name()), by);
	}

	/**
	 * Saves the draft; one that changes nothing leaves nothing behind. What is in force
	 * stays.
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 * {@code version}
	 * @throws dev.sayso.condition.InvalidConditionException when it is broken
	 */
	@Transactional
	ConsentPolicy edit(UUID id, int version, String name, String description, PolicyContent content, Actor by) {
		this.conditions.check(content);
		return this.changes.edit(this.policies, id, version,
				(seen) -> seen.edit(name, description, content, this.clock.instant(), by.name()), by);
	}

	/** Takes an earlier version as the draft. */
	@Transactional
	ConsentPolicy restore(ConsentPolicy before, int number, Actor by) {
		PolicyContent content = this.versions.find(before.id(), number)
			.orElseThrow(() -> new NotFoundException("version " + number + " of policy " + before.slug()))
			.content();
		return this.changes.edit(this.policies, before,
				before.edit(before.name(), before.description(), content, this.clock.instant(), by.name()), by);
	}

	/**
	 * Lets what is drafted be in force, as a new version where it says something new.
	 * @param from when it begins; null for at once
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 * {@code version}
	 * @throws dev.sayso.condition.InvalidConditionException when it is broken
	 */
	@Transactional
	ConsentPolicy enable(UUID id, int version, @Nullable Instant from, Actor by) {
		ConsentPolicy before = this.policies.get(id, version);
		this.conditions.check(before.draft());
		Instant now = this.clock.instant();
		boolean drafted = this.versions.isDrafted(before);
		ConsentPolicy enabled = drafted ? before.freeze(now, by.name()) : before.touch(now, by.name());
		String number = Objects.toString(enabled.newest());
		ConsentPolicy saved = this.changes.save(this.policies, enabled, (from != null) ? "scheduled" : "enabled",
				List.of(new FieldChange("version", null, number)), by);
		if (drafted) {
			this.versions.add(saved);
		}
		if (from != null) {
			unschedule(saved, now, by);
		}
		this.forces.append(saved, saved.newest(), (from != null) ? from : now, now, by.name());
		return saved;
	}

	/**
	 * Takes it out of force, and what is to come with it.
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 * {@code version}
	 */
	@Transactional
	ConsentPolicy disable(UUID id, int version, Actor by) {
		ConsentPolicy saved = touch(id, version, "disabled", by);
		Instant now = this.clock.instant();
		this.forces.append(saved, null, now, now, by.name());
		return saved;
	}

	/**
	 * Takes a draft that never bound anybody for one that binds nobody any more: it
	 * becomes a version that was not in force here.
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 * {@code version}
	 */
	@Transactional
	ConsentPolicy retire(UUID id, int version, Actor by) {
		ConsentPolicy before = this.policies.get(id, version);
		Instant now = this.clock.instant();
		ConsentPolicy saved = this.changes.save(this.policies, before.freeze(now, by.name()), "disabled", List.of(),
				by);
		this.versions.add(saved);
		this.forces.append(saved, null, now, now, by.name());
		return saved;
	}

	/**
	 * Takes back what is to come; what is in force stays.
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 * {@code version}
	 */
	@Transactional
	ConsentPolicy unschedule(UUID id, int version, Actor by) {
		ConsentPolicy saved = touch(id, version, "unscheduled", by);
		unschedule(saved, this.clock.instant(), by);
		return saved;
	}

	private ConsentPolicy touch(UUID id, int version, String action, Actor by) {
		ConsentPolicy before = this.policies.get(id, version);
		return this.changes.save(this.policies, before.touch(this.clock.instant(), by.name()), action, List.of(), by);
	}

	private void unschedule(ConsentPolicy policy, Instant now, Actor by) {
		PolicyForce force = this.forces.find(policy.id());
		if (force.next(now).isPresent()) {
			this.forces.append(policy, force.at(now).map(PolicyForce.Entry::number).orElse(null), now, now, by.name());
		}
	}

	/**
	 * Deletes a policy that never was in force.
	 * @return whether it did: what bound somebody once is kept
	 */
	@Transactional
	boolean delete(ConsentPolicy policy, Actor by) {
		if (policy.newest() != null) {
			return false;
		}
		this.changes.delete(this.policies, policy, by);
		return true;
	}

}
