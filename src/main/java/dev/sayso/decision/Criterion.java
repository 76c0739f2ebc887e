package dev.sayso.decision;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;

/**
 * Offers that may show to some people, and which of them goes first.
 *
 * @param order criteria of equal order compete together; the lower goes first
 * @param eligibility whom it is for, as a condition's JSON; empty for everybody
 * @param formula ranks the offers, in CEL; empty where their priority does
 * @param learned whether the formula comes of a learned model, which a person may refuse
 */
public record Criterion(int order, String collection, String eligibility, String formula, boolean learned) {

	public Condition eligible() {
		return this.eligibility.isEmpty() ? Condition.EVERYBODY : ConditionJson.parse(this.eligibility);
	}

	public Criterion at(int tier) {
		return new Criterion(tier, this.collection, this.eligibility, this.formula, this.learned);
	}

}
