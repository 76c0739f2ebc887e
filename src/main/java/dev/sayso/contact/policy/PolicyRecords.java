package dev.sayso.contact.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.sayso.store.Version;

/**
 * How policies stand: what is recorded of them put together.
 */
@Component
class PolicyRecords {

	private final ConsentPolicies policies;

	private final PolicyVersions versions;

	private final PolicyForces forces;

	PolicyRecords(ConsentPolicies policies, PolicyVersions versions, PolicyForces forces) {
		this.policies = policies;
		this.versions = versions;
		this.forces = forces;
	}

	PolicyStatus status(ConsentPolicy policy, Instant now) {
		return PolicyStatus.of(this.forces.find(policy.id()), this.versions.isDrafted(policy), now);
	}

	/**
	 * A policy in a list.
	 *
	 * @param content what is in force of it; where nothing is, what is scheduled, and
	 * else its draft
	 */
	record Row(ConsentPolicy policy, PolicyStatus status, PolicyContent content) {

	}

	/** All, by name. */
	List<Row> list(Instant now) {
		Map<UUID, PolicyForce> recorded = this.forces.findAll();
		return this.policies.findAllByOrderByName().stream().map((policy) -> {
			PolicyStatus status = PolicyStatus.of(recorded.getOrDefault(policy.id(), PolicyForce.NEVER),
					this.versions.isDrafted(policy), now);
			return new Row(policy, status,
					this.versions.find(policy.id(), status.binding()).map(Version::content).orElse(policy.draft()));
		}).toList();
	}

	/** What is in force of a policy; empty where nothing is. */
	Optional<PolicyContent> inForce(ConsentPolicy policy, Instant now) {
		return this.forces.find(policy.id())
			.reign(now)
			.flatMap((reign) -> this.versions.find(policy.id(), reign.number()))
			.map(Version::content);
	}

	/**
	 * A version as a list tells it.
	 *
	 * @param current whether it is in force
	 * @param coming whether it is to come
	 */
	record VersionRow(Version<PolicyContent> version, boolean current, boolean coming) {

	}

	List<VersionRow> versions(ConsentPolicy policy, Instant now) {
		PolicyForce force = this.forces.find(policy.id());
		int current = force.reign(now).map(PolicyForce.Reign::number).orElse(0);
		int coming = force.next(now).map(PolicyForce.Entry::number).orElse(0);
		return this.versions.list(policy.id())
			.stream()
			.map((version) -> new VersionRow(version, version.number() == current, version.number() == coming))
			.toList();
	}

	/** Other policies that are in force, or are to be. */
	List<EffectQuery.Other> others(UUID but, Instant now) {
		Map<UUID, PolicyForce> recorded = this.forces.findAll();
		return this.policies.findAllByOrderByName()
			.stream()
			.filter((policy) -> !policy.id().equals(but))
			.flatMap((policy) -> {
				PolicyForce force = recorded.getOrDefault(policy.id(), PolicyForce.NEVER);
				return Stream
					.concat(force.reign(now).map(PolicyForce.Reign::number).stream(),
							force.next(now).map(PolicyForce.Entry::number).stream())
					.distinct()
					.flatMap((number) -> this.versions.find(policy.id(), number).stream())
					.map((version) -> new EffectQuery.Other(policy.slug(), policy.name(), version.number(),
							version.content()));
			})
			.toList();
	}

}
