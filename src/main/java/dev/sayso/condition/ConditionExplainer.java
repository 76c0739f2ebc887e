package dev.sayso.condition;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells of one person which parts of a condition hold, so that whoever wonders sees where
 * it fails.
 */
@Component
public class ConditionExplainer {

	private final ConditionCompiler compiler;

	private final FactRegistry facts;

	ConditionExplainer(ConditionCompiler compiler, FactRegistry facts) {
		this.compiler = compiler;
		this.facts = facts;
	}

	public ConditionExplanation explain(Condition condition, PersonFacts person) {
		ConditionCompiler current = this.compiler.now();
		current.compile(condition);
		return explain(condition, person, current, this.facts.byName());
	}

	private static ConditionExplanation explain(Condition condition, PersonFacts person, ConditionCompiler current,
			Map<String, Fact> known) {
		return condition.match((group) -> {
			List<ConditionExplanation> parts = group.conditions()
				.stream()
				.map((part) -> explain(part, person, current, known))
				.toList();
			boolean holds = switch (group.of()) {
				case ALL -> parts.stream().allMatch(ConditionExplanation::holds);
				case ANY -> parts.stream().anyMatch(ConditionExplanation::holds);
				case NONE -> parts.stream().noneMatch(ConditionExplanation::holds);
			};
			return new ConditionExplanation(group, holds, List.of(), parts);
		}, (comparison) -> {
			Fact fact = Objects.requireNonNull(known.get(comparison.fact()));
			boolean holds = current.compile(comparison).holds(person);
			Object value = (fact.derived() != null) ? current.compile(fact.derived().get()).holds(person)
					: fact.reader().apply(person);
			return new ConditionExplanation(comparison, holds, listed(value), List.of());
		});
	}

	private static List<Object> listed(@Nullable Object value) {
		if (value instanceof MultiValue many) {
			return List.copyOf(many.values());
		}
		return (value != null) ? List.of(value) : List.of();
	}

}
