package dev.sayso.decision;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.decision.formula.MissingValue;

/**
 * Offers that may show to some people, and which of them goes first: offers of its own,
 * or those of a collection; or all of this as a selection strategy says it.
 *
 * @param order criteria of equal order compete together; the lower goes first
 * @param collection its key; empty where it has offers of its own
 * @param eligibility whom it is for, as a condition's JSON; empty for everybody
 * @param formula ranks the offers, in CEL; empty where their priority does
 * @param learned whether the formula comes of a learned model, which a person may refuse
 * @param missing what it means that a value which the formula reads is missing. Of a
 * formula kept before there was a choice it is not known: there offers are left out, as
 * they were
 * @param offers keys of its own offers; none where a collection has them
 * @param strategy the key of the selection strategy that says all but the order; empty
 * for none. A decision keeps nothing of it but the key, and changes nothing of it
 */
public record Criterion(int order, String collection, String eligibility, String formula, boolean learned,
		@JsonAlias("strict") MissingValue missing, List<String> offers, String strategy) {

	/** How many offers of its own one may have. */
	public static final int MOST_OFFERS = 500;

	public Criterion(int order, @Nullable String collection, @Nullable String eligibility, @Nullable String formula,
			boolean learned, @Nullable MissingValue missing, @Nullable List<String> offers, @Nullable String strategy) {
		this.order = order;
		this.collection = Objects.requireNonNullElse(collection, "");
		this.eligibility = Objects.requireNonNullElse(eligibility, "");
		this.formula = Objects.requireNonNullElse(formula, "");
		this.learned = learned;
		this.missing = (missing != null) ? missing : this.formula.isEmpty() ? MissingValue.PRIORITY : MissingValue.OUT;
		this.offers = (offers != null) ? List.copyOf(offers) : List.of();
		this.strategy = Objects.requireNonNullElse(strategy, "");
	}

	public Criterion(int order, @Nullable String collection, String eligibility, String formula, boolean learned,
			@Nullable MissingValue missing, @Nullable List<String> offers) {
		this(order, collection, eligibility, formula, learned, missing, offers, null);
	}

	public Criterion(int order, String collection, String eligibility, String formula, boolean learned,
			@Nullable MissingValue missing) {
		this(order, collection, eligibility, formula, learned, missing, null);
	}

	public Criterion(int order, String collection, String eligibility, String formula, boolean learned) {
		this(order, collection, eligibility, formula, learned, MissingValue.PRIORITY);
	}

	/** One for everybody, of these offers, the highest priority first. */
	public static Criterion of(List<String> offers) {
		return new Criterion(1, "", "", "", false, MissingValue.PRIORITY, offers);
	}

	/** What a selection strategy says. */
	public static Criterion by(int order, String strategy) {
		return new Criterion(order, "", "", "", false, MissingValue.PRIORITY, null, strategy);
	}

	/** Whether it has offers of its own. */
	@JsonIgnore
	public boolean isOwn() {
		return this.collection.isEmpty() && !isShared();
	}

	/** Whether a selection strategy says it. */
	@JsonIgnore
	public boolean isShared() {
		return !this.strategy.isEmpty();
	}

	/** The same as a strategy says it now, which keeps being known. */
	public Criterion saying(Criterion shared) {
		return new Criterion(this.order, shared.collection, shared.eligibility, shared.formula, shared.learned,
				shared.missing, shared.offers, this.strategy);
	}

	/** The same, said by no strategy any more. */
	public Criterion alone() {
		return new Criterion(this.order, this.collection, this.eligibility, this.formula, this.learned, this.missing,
				this.offers);
	}

	public Condition eligible() {
		return this.eligibility.isEmpty() ? Condition.EVERYBODY : ConditionJson.parse(this.eligibility);
	}

	public Criterion at(int tier) {
		return new Criterion(tier, this.collection, this.eligibility, this.formula, this.learned, this.missing,
				this.offers, this.strategy);
	}

	/** The same for others: a condition's JSON, or nothing for everybody. */
	public Criterion meantFor(String people) {
		return isShared() ? this : new Criterion(this.order, this.collection, people, this.formula, this.learned,
				this.missing, this.offers);
	}

	/** The same of these offers of its own. */
	public Criterion holding(List<String> own) {
		return isShared() ? this
				: new Criterion(this.order, "", this.eligibility, this.formula, this.learned, this.missing, own);
	}

	/** The same of the offers of a collection. */
	public Criterion drawingFrom(String shared) {
		return isShared() ? this
				: new Criterion(this.order, shared, this.eligibility, this.formula, this.learned, this.missing, null);
	}

	/**
	 * The same ranked by a formula, or by the offers' priority where it is empty.
	 * @param meaning of a missing value; null where it was not chosen
	 */
	public Criterion rankedBy(String source, boolean byModel, @Nullable MissingValue meaning) {
		boolean ranked = !source.isEmpty();
		return isShared() ? this : new Criterion(this.order, this.collection, this.eligibility, source,
				ranked && byModel, ranked ? meaning : MissingValue.PRIORITY, this.offers);
	}

}
