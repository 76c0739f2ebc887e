package dev.sayso.condition;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A condition ready to be evaluated: of one person in memory, of everybody in SQL. The
 * two always agree.
 */
public final class CompiledCondition {

	private final ConditionNode node;

	private final Set<Class<?>> parts;

	CompiledCondition(ConditionNode node, Set<Class<?>> parts) {
		this.node = node;
		this.parts = Set.copyOf(parts);
	}

	public boolean holds(PersonFacts person) {
		return this.node.holds(person);
	}

	/** What holds where all, any or none of several do. */
	public static CompiledCondition of(Condition.Quantifier quantifier, Collection<CompiledCondition> conditions) {
		Set<Class<?>> parts = new HashSet<>();
		conditions.forEach((condition) -> parts.addAll(condition.parts));
		return new CompiledCondition(new ConditionNode.Group(quantifier,
				conditions.stream().map((condition) -> condition.node).toArray(ConditionNode[]::new)), parts);
	}

	public CompiledCondition and(CompiledCondition other) {
		return of(Condition.Quantifier.ALL, List.of(this, other));
	}

	public Set<Class<?>> parts() {
		return this.parts;
	}

	/**
	 * What a query about the person {@code p} has to require.
	 * @param zone where days begin for those whose zone is not known
	 */
	public Where where(Instant now, ZoneId zone) {
		SqlBindings bindings = new SqlBindings();
		return new Where(where(now, zone, bindings), bindings.values());
	}

	public String where(Instant now, ZoneId zone, SqlBindings bindings) {
		bindings.at(now);
		return this.node.sql(new EvaluationTime(now, zone), bindings).text();
	}

	public record Where(String sql, Map<String, Object> values) {

	}

}
