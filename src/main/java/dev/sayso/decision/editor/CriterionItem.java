package dev.sayso.decision.editor;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.formula.MissingValue;
import dev.sayso.offer.EligibilityItem;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * A criterion as the configuration file has it, in a decision or as a strategy.
 *
 * @param order criteria of equal order compete together; the lower goes first
 * @param strategy the key of the selection strategy that says all else; null for none
 * @param collection its key; null where there are offers of its own
 * @param offers keys of offers of its own; null where a collection has them
 * @param audiences keys of those of which any is needed
 * @param ranking null where the offers' priority ranks
 */
record CriterionItem(@Nullable Integer order, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String strategy,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String collection,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> offers, @Nullable List<String> audiences,
		@Nullable Object condition, @Nullable RankingItem ranking) {

	EligibilityItem eligibility() {
		return new EligibilityItem(this.audiences, this.condition);
	}

	static CriterionItem of(Criterion criterion) {
		if (criterion.isShared()) {
			return new CriterionItem(criterion.order(), criterion.strategy(), null, null, null, null, null);
		}
		EligibilityItem eligible = EligibilityItem.of(criterion.eligibility());
		return new CriterionItem(criterion.order(), null, criterion.isOwn() ? null : criterion.collection(),
				criterion.isOwn() ? criterion.offers() : null, eligible.audiences(), eligible.condition(),
				criterion.formula().isEmpty() ? null : new RankingItem(criterion.formula(), criterion.learned(),
						criterion.missing().written(), null));
	}

	Criterion criterion(int place) {
		int tier = (this.order != null) ? this.order : place + 1;
		if (this.strategy != null) {
			return Criterion.by(tier, this.strategy);
		}
		Criterion unranked = new Criterion(tier, this.collection, eligibility().kept(), "", false, null, this.offers);
		return (this.ranking == null) ? unranked
				: unranked.rankedBy(Objects.requireNonNull(this.ranking.formula()).strip(),
						Boolean.TRUE.equals(this.ranking.learned()), this.ranking.meaning());
	}

	private void offers(String at, List<Fault> faults) {
		Set<String> seen = new HashSet<>();
		List<String> own = DecisionItem.some(this.offers);
		if (own.size() > Criterion.MOST_OFFERS) {
			faults.add(new Fault(at, "has more than " + Criterion.MOST_OFFERS));
		}
		for (int place = 0; place < own.size(); place++) {
			if (own.get(place) == null || !seen.add(own.get(place))) {
				faults.add(new Fault(at + "/" + place,
						(own.get(place) != null) ? "stands there twice" : "is not a string"));
			}
		}
	}

	/** What a strategy says stands in it alone. */
	private void beside(String at, List<Fault> faults) {
		Map<String, Object> said = new LinkedHashMap<>();
		said.put("collection", this.collection);
		said.put("offers", this.offers);
		said.put("audiences", this.audiences);
		said.put("condition", this.condition);
		said.put("ranking", this.ranking);
		said.forEach((member, given) -> {
			if (given != null) {
				faults.add(new Fault(at + "/" + member, "stands beside a strategy"));
			}
		});
	}

	void check(String at, List<Fault> faults) {
		if (this.order != null && (this.order < 0 || this.order > 1000)) {
			faults.add(new Fault(at + "/order", "is not a whole number from 0 to 1000"));
		}
		if (this.strategy != null) {
			beside(at, faults);
			return;
		}
		if (this.collection == null && this.offers == null) {
			faults.add(new Fault(at + "/collection", ConfigurationPart.MISSING));
		}
		else if (this.collection != null && this.offers != null) {
			faults.add(new Fault(at + "/offers", "stands beside a collection"));
		}
		offers(at + "/offers", faults);
		faults.addAll(eligibility().faults(at));
		if (this.ranking != null) {
			this.ranking.check(at + "/ranking", faults);
		}
	}

	/**
	 * How it ranks its offers.
	 *
	 * @param formula in CEL
	 * @param learned whether it comes of a learned model
	 * @param missing what it means that a value which it reads is missing: {@code out}
	 * leaves the offer out, {@code priority} lets its priority count, a number ranks it
	 * @param strict the same in files written before there were numbers: whether the
	 * offer is left out
	 */
	record RankingItem(@Nullable String formula, @Nullable Boolean learned, @Nullable String missing,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean strict) {

		private MissingValue meaning() {
			return MissingValue.parse(Objects.requireNonNull((this.missing != null) ? this.missing : this.strict));
		}

		private void check(String at, List<Fault> faults) {
			if (this.formula == null || this.formula.isBlank()) {
				faults.add(new Fault(at + "/formula", ConfigurationPart.MISSING));
			}
			if (this.missing == null && this.strict == null) {
				faults.add(new Fault(at + "/missing", ConfigurationPart.MISSING));
				return;
			}
			try {
				meaning();
			}
			catch (NumberFormatException ex) {
				faults.add(new Fault(at + "/missing", "is neither out nor priority nor a number"));
			}
		}

	}

}
