package dev.sayso.condition;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Tells, comparison by comparison, why somebody is meant or not.
 */
@Component
public class Explain {

	private final Conditions conditions;

	private final Facts facts;

	Explain(Conditions conditions, Facts facts) {
		this.conditions = conditions;
		this.facts = facts;
	}

	/**
	 * Why a condition holds of somebody or not.
	 * @throws BadCondition when it cannot be asked
	 */
	public Explanation explain(Condition condition, Person person) {
		Conditions asked = this.conditions.now();
		asked.compile(condition);
		return explain(condition, person, asked, this.facts.byName());
	}

	private static Explanation explain(Condition condition, Person person, Conditions asked, Map<String, Fact> known) {
		return condition.match((group) -> {
			List<Explanation> parts = group.conditions()
				.stream()
				.map((one) -> explain(one, person, asked, known))
				.toList();
			boolean holds = switch (group.of()) {
				case ALL -> parts.stream().allMatch(Explanation::holds);
				case ANY -> parts.stream().anyMatch(Explanation::holds);
				case NONE -> parts.stream().noneMatch(Explanation::holds);
			};
			return new Explanation(group, holds, List.of(), parts);
		}, (comparison) -> {
			Fact fact = Objects.requireNonNull(known.get(comparison.fact()));
			boolean holds = asked.compile(comparison).holds(person);
			Object value = (fact.derived() != null) ? asked.compile(fact.derived().get()).holds(person)
					: fact.reader().apply(person);
			return new Explanation(comparison, holds, listed(value), List.of());
		});
	}

	private static List<Object> listed(@Nullable Object value) {
		if (value instanceof Many many) {
			return List.copyOf(many.values());
		}
		return (value != null) ? List.of(value) : List.of();
	}

}
