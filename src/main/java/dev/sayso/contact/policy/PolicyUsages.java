package dev.sayso.contact.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.FactUsage;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.contact.ActionUsage;
import dev.sayso.store.Version;

/**
 * Says which policies are built on a fact or an action: in the draft, or in a version
 * that is in force or may come back.
 */
@Component
@Order(12)
class PolicyUsages implements FactUsage, ActionUsage {

	private final ConsentPolicies policies;

	private final PolicyVersions versions;

	private final PolicyConditions conditions;

	PolicyUsages(ConsentPolicies policies, PolicyVersions versions, PolicyConditions conditions) {
		this.policies = policies;
		this.versions = versions;
		this.conditions = conditions;
	}

	@Override
	public List<FactUsage.Use> find(Set<String> facts) {
		return this.policies.findAllByOrderByName()
			.stream()
			.filter((policy) -> contents(policy).anyMatch((content) -> names(content, facts)))
			.map((policy) -> new FactUsage.Use("policy.use", policy.name(), href(policy),
					(int) contents(policy).filter((content) -> !this.conditions.faults(content).isEmpty()).count()))
			.toList();
	}

	@Override
	public List<ActionUsage.Use> find(String action) {
		return this.policies.findAllByOrderByName()
			.stream()
			.filter((policy) -> Stream
				.concat(contents(policy), this.versions.list(policy.id()).stream().map(Version::content))
				.anyMatch((content) -> ActionFacts.names(condition(content), action)))
			.map((policy) -> new ActionUsage.Use(policy.name(), href(policy)))
			.toList();
	}

	/** What is edited, and what was enabled last. */
	private Stream<PolicyContent> contents(ConsentPolicy policy) {
		return Stream
			.concat(Stream.of(policy.draft()),
					this.versions.find(policy.id(), policy.newest()).map(Version::content).stream())
			.distinct();
	}

	private static boolean names(PolicyContent content, Set<String> facts) {
		try {
			return Stream.of(content.condition(), content.required())
				.flatMap(Condition::comparisons)
				.anyMatch((comparison) -> facts.contains(comparison.fact()));
		}
		catch (InvalidConditionException ex) {
			return false;
		}
	}

	private static Condition condition(PolicyContent content) {
		try {
			return content.condition();
		}
		catch (InvalidConditionException ex) {
			return Condition.EVERYBODY;
		}
	}

	private static String href(ConsentPolicy policy) {
		return "/policies/" + policy.slug();
	}

}
