package dev.sayso.contact.policy;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.person.People;

/**
 * The samples of the policy room.
 */
@Component
public class PolicySamples {

	private final ConsentPolicies policies;

	private final PolicyManagement management;

	PolicySamples(ConsentPolicies policies, PolicyManagement management) {
		this.policies = policies;
		this.management = management;
	}

	/**
	 * Writes a policy and enables it.
	 * @param from when it begins; null for at once
	 */
	public void enable(String slug, Condition when, Condition only, @Nullable Instant from) {
		ConsentPolicy created = this.management.create(slug, slug, "", PolicyContent.of(when, only), People.OPERATOR);
		this.management.enable(created.id(), created.version(), from, People.OPERATOR);
	}

	public void disable(String slug) {
		ConsentPolicy policy = this.policies.get(slug);
		this.management.disable(policy.id(), policy.version(), People.OPERATOR);
	}

}
