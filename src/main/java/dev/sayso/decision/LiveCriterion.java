package dev.sayso.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.decision.formula.Formula;
import dev.sayso.decision.formula.MissingValue;

/**
 * A criterion, ready to be evaluated for one person.
 *
 * @param place among all of its scope, from 0
 * @param collection the key of the one that has its offers; empty for none
 * @param strategy the key of the selection strategy that says it; empty for none
 * @param eligible whom it is for; null where that cannot be evaluated any more, so for
 * nobody
 * @param condition the same as it is read
 * @param personal whether its eligibility or its formula reads who somebody is
 * @param formula ranks the offers; null where their priority does
 * @param broken whether there is a formula that cannot be worked out any more
 * @param missing what it means that a value for the formula is missing
 */
public record LiveCriterion(int place, String collection, String strategy, @Nullable CompiledCondition eligible,
		Condition condition, boolean personal, @Nullable Formula formula, boolean broken, boolean learned,
		MissingValue missing, List<LiveOffer> offers) {

}
