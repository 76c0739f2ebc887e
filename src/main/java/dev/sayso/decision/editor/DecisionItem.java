package dev.sayso.decision.editor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.formula.MissingValue;
import dev.sayso.offer.EligibilityItem;
import dev.sayso.offer.ValidityItem;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * A decision as the configuration file has it: what was published last, and beside it the
 * draft where that differs.
 *
 * @param key null in a draft, as are description and status
 * @param status {@code draft}, {@code live}, {@code complete} or {@code archived}; null
 * for as it is
 * @param fallback the key of an offer; null for none
 * @param guard the personalization guard; null for on
 * @param repeats whether an offer may show on several placements of one answer
 * @param draft what the next publication would freeze; null where it is the same
 */
record DecisionItem(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key, @Nullable String name,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String status, @Nullable ValidityItem validity,
		@Nullable String fallback, @Nullable GuardItem guard, @Nullable Boolean repeats, @Nullable List<String> actions,
		@Nullable List<ScopeItem> scopes,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DecisionItem draft) implements ConfigurationPart.Item {

	/**
	 * @param reason why it is off; null while it is on
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record GuardItem(@Nullable Boolean on, @Nullable String reason) {
	}

	/** A placement and what may show there. */
	record ScopeItem(@Nullable String placement, @Nullable List<CriterionItem> criteria) {
	}

	/**
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
			Criterion unranked = new Criterion(tier, this.collection, eligibility().kept(), "", false, null,
					this.offers);
			return (this.ranking == null) ? unranked
					: unranked.rankedBy(Objects.requireNonNull(this.ranking.formula()).strip(),
							Boolean.TRUE.equals(this.ranking.learned()), this.ranking.meaning());
		}

		private void offers(String at, List<Fault> faults) {
			Set<String> seen = new HashSet<>();
			List<String> own = some(this.offers);
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

	}

	/**
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

	/** A decision with what was published last, or what is drafted where nothing was. */
	static DecisionItem of(Decision decision, String name, DecisionContent published, @Nullable DecisionItem draft) {
		DecisionItem item = of(name, published);
		return new DecisionItem(decision.slug(), name, decision.description(),
				decision.status().name().toLowerCase(Locale.ROOT), item.validity, item.fallback, item.guard,
				item.repeats, item.actions, item.scopes, draft);
	}

	/** A content by itself, as drafts have it: what is equal means the same. */
	static DecisionItem of(String name, DecisionContent content) {
		return new DecisionItem(null, name, null, null, ValidityItem.of(content.validity()),
				content.fallback().isEmpty() ? null : content.fallback(),
				new GuardItem(content.guarded(), content.guarded() ? null : content.unguarded()), content.repeats(),
				content.actions(),
				content.scopes()
					.stream()
					.map((scope) -> new ScopeItem(scope.placement(),
							scope.criteria().stream().map(CriterionItem::of).toList()))
					.toList(),
				null);
	}

	/** What the file says of it, but for its draft. */
	DecisionContent content() {
		List<DecisionScope> read = new ArrayList<>();
		for (ScopeItem scope : some(this.scopes)) {
			List<Criterion> criteria = new ArrayList<>();
			some(scope.criteria()).forEach((criterion) -> criteria.add(criterion.criterion(criteria.size())));
			read.add(new DecisionScope(Objects.requireNonNull(scope.placement()), criteria));
		}
		boolean off = this.guard != null && Boolean.FALSE.equals(this.guard.on());
		return new DecisionContent(ValidityItem.parse(this.validity), read, this.fallback,
				off ? Objects.requireNonNull(this.guard).reason() : "", Boolean.TRUE.equals(this.repeats),
				this.actions);
	}

	/** What is wrong with it, wherever it stands. */
	List<Fault> faults(String at) {
		List<Fault> faults = new ArrayList<>();
		if (this.description != null && this.description.length() > 2000) {
			faults.add(new Fault(at + "/description", "is longer than 2000 characters"));
		}
		faults.addAll(ValidityItem.faults(at + "/validity", this.validity));
		if (this.guard != null && this.guard.on() == null) {
			faults.add(new Fault(at + "/guard/on", ConfigurationPart.MISSING));
		}
		if (this.guard != null && Boolean.FALSE.equals(this.guard.on())
				&& (this.guard.reason() == null || this.guard.reason().isBlank())) {
			faults.add(new Fault(at + "/guard/reason", ConfigurationPart.MISSING));
		}
		if (some(this.scopes).size() > DecisionContent.MOST_SCOPES) {
			faults.add(new Fault(at + "/scopes", "has more than " + DecisionContent.MOST_SCOPES));
		}
		Set<String> seen = new HashSet<>();
		for (int place = 0; place < some(this.scopes).size(); place++) {
			check(some(this.scopes).get(place), at + "/scopes/" + place, seen, faults);
		}
		return faults;
	}

	private static void check(@Nullable ScopeItem scope, String at, Set<String> seen, List<Fault> faults) {
		if (scope == null) {
			faults.add(new Fault(at, "is not an object"));
			return;
		}
		if (scope.placement() == null) {
			faults.add(new Fault(at + "/placement", ConfigurationPart.MISSING));
		}
		else if (!seen.add(scope.placement())) {
			faults.add(new Fault(at + "/placement", "stands there twice"));
		}
		if (some(scope.criteria()).size() > DecisionScope.MOST_CRITERIA) {
			faults.add(new Fault(at + "/criteria", "has more than " + DecisionScope.MOST_CRITERIA));
		}
		for (int place = 0; place < some(scope.criteria()).size(); place++) {
			CriterionItem criterion = some(scope.criteria()).get(place);
			if (criterion != null) {
				criterion.check(at + "/criteria/" + place, faults);
			}
			else {
				faults.add(new Fault(at + "/criteria/" + place, "is not an object"));
			}
		}
	}

	static <T> List<T> some(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

}
