package dev.sayso.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;

/**
 * The conditions of the offers of a scope, each once however many offers have it: most
 * share a few, so that a decision evaluates each of those a single time.
 */
final class SharedConditions {

	/** What is for everybody asks nothing. */
	static final int[] NOTHING = {};

	private final ConditionCompiler conditions;

	private final Map<Condition, Integer> places = new HashMap<>();

	private final List<CompiledCondition> compiled = new ArrayList<>();

	SharedConditions(ConditionCompiler conditions) {
		this.conditions = conditions;
	}

	int[] number(Condition condition) {
		return parts(condition).mapToInt((part) -> this.places.computeIfAbsent(part, this::add)).toArray();
	}

	private int add(Condition part) {
		this.compiled.add(this.conditions.compile(part));
		return this.compiled.size() - 1;
	}

	private static Stream<Condition> parts(Condition condition) {
		return condition.match((group) -> (group.of() == Condition.Quantifier.ALL)
				? group.conditions().stream().flatMap(SharedConditions::parts) : Stream.of(group), Stream::of);
	}

	CompiledCondition[] compiled() {
		return this.compiled.toArray(CompiledCondition[]::new);
	}

}
