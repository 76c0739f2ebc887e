package dev.sayso.decision.editor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.offer.ValidityItem;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;
import dev.sayso.store.FourEyesItem;

/**
 * A decision as the configuration file has it: what was published last, and beside it the
 * draft where that differs.
 *
 * @param key null in a draft, as are description and status
 * @param status {@code draft}, {@code live}, {@code complete} or {@code archived}; null
 * for as it is
 * @param fourEyes whether another than who changed it last publishes it; null for as it
 * is
 * @param fallback the key of an offer; null for none
 * @param guard the personalization guard; null for on
 * @param repeats whether an offer may show on several placements of one answer
 * @param draft what the next publication would freeze; null where it is the same
 */
record DecisionItem(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key, @Nullable String name,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String status,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean fourEyes, @Nullable ValidityItem validity,
		@Nullable String fallback, @Nullable GuardItem guard, @Nullable Boolean repeats, @Nullable List<String> actions,
		@Nullable List<ScopeItem> scopes,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable DecisionItem draft) implements FourEyesItem {

	/**
	 * @param reason why it is off; null while it is on
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record GuardItem(@Nullable Boolean on, @Nullable String reason) {
	}

	/** A placement and what may show there. */
	record ScopeItem(@Nullable String placement, @Nullable List<CriterionItem> criteria) {
	}

	/** A decision with what was published last, or what is drafted where nothing was. */
	static DecisionItem of(Decision decision, String name, DecisionContent published, @Nullable DecisionItem draft) {
		DecisionItem item = of(name, published);
		return new DecisionItem(decision.slug(), name, decision.description(),
				decision.status().name().toLowerCase(Locale.ROOT), decision.fourEyes().required() ? true : null,
				item.validity, item.fallback, item.guard, item.repeats, item.actions, item.scopes, draft);
	}

	/** A content by itself, as drafts have it: what is equal means the same. */
	static DecisionItem of(String name, DecisionContent content) {
		return new DecisionItem(null, name, null, null, null, ValidityItem.of(content.validity()),
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
