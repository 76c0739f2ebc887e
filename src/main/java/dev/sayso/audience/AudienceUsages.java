package dev.sayso.audience;

import java.util.List;
import java.util.Set;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.FactUsage;

/**
 * Says which audiences are built on a fact, other audiences among them.
 */
@Component
@Order(10)
class AudienceUsages implements FactUsage {

	private final Audiences audiences;

	private final ConditionCompiler conditions;

	AudienceUsages(Audiences audiences, ConditionCompiler conditions) {
		this.audiences = audiences;
		this.conditions = conditions;
	}

	@Override
	public List<Use> find(Set<String> facts) {
		ConditionCompiler now = this.conditions.now();
		return this.audiences.findAllByOrderByName()
			.stream()
			.filter((audience) -> !audience.isList())
			.filter((audience) -> names(audience.definition(), facts))
			.map((audience) -> new Use("audience.use.audience", audience.name(), "/audiences/" + audience.slug(),
					now.faults(audience.definition(), AudienceFacts.PREFIX + audience.slug()).isEmpty() ? 0 : 1))
			.toList();
	}

	private static boolean names(Condition condition, Set<String> facts) {
		return condition.comparisons().anyMatch((comparison) -> facts.contains(comparison.fact()));
	}

}
