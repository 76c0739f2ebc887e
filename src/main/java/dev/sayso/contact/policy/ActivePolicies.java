package dev.sayso.contact.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

import dev.sayso.audience.AudienceChanged;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.person.AttributesChanged;
import dev.sayso.store.CountedSnapshot;

/**
 * Keeps in memory what was, is and will be in force.
 */
@Component
class ActivePolicies {

	private final ConsentPolicies policies;

	private final PolicyVersions versions;

	private final PolicyForces forces;

	private final PolicyConditions conditions;

	private final CountedSnapshot<List<ActivePolicy>> snapshot;

	ActivePolicies(ConsentPolicies policies, PolicyVersions versions, PolicyForces forces, PolicyConditions conditions,
			JdbcClient jdbc) {
		this.policies = policies;
		this.versions = versions;
		this.forces = forces;
		this.conditions = conditions;
		this.snapshot = new CountedSnapshot<>(jdbc, "policy_catalogue", (number) -> assemble());
	}

	/** Those in force at an instant. */
	List<ActivePolicy> at(Instant instant) {
		List<ActivePolicy> all = this.snapshot.now();
		return all.isEmpty() ? all : all.stream().filter((policy) -> policy.holds(instant)).toList();
	}

	/** Those in force at an instant or later. */
	List<ActivePolicy> findFrom(Instant instant) {
		List<ActivePolicy> all = this.snapshot.now();
		return all.isEmpty() ? all : all.stream().filter((policy) -> policy.endsAfter(instant)).toList();
	}

	private List<ActivePolicy> assemble() {
		Map<UUID, PolicyForce> recorded = this.forces.findAll();
		List<ActivePolicy> active = new ArrayList<>();
		ConditionCompiler compiler = this.conditions.resolved();
		for (ConsentPolicy policy : recorded.isEmpty() ? List.<ConsentPolicy>of()
				: this.policies.findAllByOrderByName()) {
			Map<Integer, PolicyContent> contents = new HashMap<>();
			for (PolicyForce.Reign reign : recorded.getOrDefault(policy.id(), PolicyForce.NEVER).reigns()) {
				PolicyContent content = contents.computeIfAbsent(reign.number(),
						(number) -> this.versions.find(policy.id(), number).orElseThrow().content());
				active.add(new ActivePolicy(policy, content, reign, compiler));
			}
		}
		return List.copyOf(active);
	}

	@EventListener({ PoliciesChanged.class, AudienceChanged.class, AttributesChanged.class })
	void changed() {
		this.snapshot.count();
	}

	@TransactionalEventListener(classes = { PoliciesChanged.class, AudienceChanged.class, AttributesChanged.class },
			fallbackExecution = true)
	void stands() {
		this.snapshot.expire();
	}

}
