package dev.sayso.decision;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;

/**
 * Offers that may show to some people, and which of them goes first.
 *
 * @param order criteria of equal order compete together; the lower goes first
 * @param eligibility whom it is for, as a condition's JSON; empty for everybody
 * @param formula ranks the offers, in CEL; empty where their priority does
 * @param learned whether the formula comes of a learned model, which a person may refuse
 * @param strict whether an offer is left out where a value that the formula reads is
 * missing; else it ranks by its priority. Of a formula kept before there was a choice it
 * is not known: there offers are left out, as they were
 */
public record Criterion(int order, String collection, String eligibility, String formula, boolean learned,
		Boolean strict) {

	public Criterion(int order, String collection, String eligibility, String formula, boolean learned,
			@Nullable Boolean strict) {
		this.order = order;
		this.collection = collection;
		this.eligibility = eligibility;
		this.formula = formula;
		this.learned = learned;
		this.strict = (strict != null) ? strict : !formula.isEmpty();
	}

	public Criterion(int order, String collection, String eligibility, String formula, boolean learned) {
		this(order, collection, eligibility, formula, learned, false);
	}

	public Condition eligible() {
		return this.eligibility.isEmpty() ? Condition.EVERYBODY : ConditionJson.parse(this.eligibility);
	}

	public Criterion at(int tier) {
		return new Criterion(tier, this.collection, this.eligibility, this.formula, this.learned, this.strict);
	}

}
