package dev.sayso.condition;

import java.util.List;

/**
 * Why somebody is meant or not, part by part of a condition.
 *
 * @param known what is known of the fact; empty where nothing is, and for groups
 */
public record ConditionExplanation(Condition condition, boolean holds, List<Object> known,
		List<ConditionExplanation> parts) {

}
