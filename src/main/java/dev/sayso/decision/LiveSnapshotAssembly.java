package dev.sayso.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.contact.ActionPolicies;
import dev.sayso.decision.formula.Formula;
import dev.sayso.decision.formula.Formulas;
import dev.sayso.decision.formula.InvalidFormulaException;
import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.PersonalDataUse;
import dev.sayso.offer.collection.Collection;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.text.Templates;
import dev.sayso.store.Version;

final class LiveSnapshotAssembly {

	private final List<ApprovedOffer> approved;

	private final Map<String, Collection> collections;

	private final Map<String, Placement> placements;

	private final ConditionCompiler conditions;

	private final LiveOfferAssembly offers;

	private final Formulas formulas;

	private final ActionPolicies policies;

	private final Map<UUID, LiveOffer> known = new HashMap<>();

	private final Map<String, List<LiveOffer>> picked = new HashMap<>();

	private final Map<String, ApprovedOffer> bySlug = new HashMap<>();

	LiveSnapshotAssembly(List<ApprovedOffer> approved, List<Collection> collections, List<Placement> placements,
			ConditionCompiler conditions, Templates templates, Formulas formulas, ActionPolicies policies) {
		this.approved = approved;
		this.collections = collections.stream().collect(Collectors.toMap(Collection::slug, Function.identity()));
		this.placements = placements.stream().collect(Collectors.toMap(Placement::slug, Function.identity()));
		this.conditions = conditions;
		this.offers = new LiveOfferAssembly(this.placements, conditions, templates);
		this.formulas = formulas;
		this.policies = policies;
	}

	/**
	 * A decision as it was published last, with what its selection strategies say now.
	 */
	LiveDecision assemble(Decision decision, @Nullable Version<DecisionContent> published,
			UnaryOperator<DecisionContent> strategies) {
		if (published != null && decision.status() == Decision.Status.LIVE) {
			return holding(decision.id(), published.number(), decision.slug(), published.name(),
					strategies.apply(published.content()));
		}
		return ended(decision, (published != null) ? published.content() : decision.draft());
	}

	LiveDecision holding(UUID id, int number, String slug, String name, DecisionContent content) {
		return new LiveDecision(id, slug, name, number, content.validity().begins(), content.validity().ends(),
				scopes(content, this::live), fallback(content), content.guarded(), content.repeats(), content.actions(),
				this.policies);
	}

	private LiveDecision ended(Decision decision, DecisionContent content) {
		return new LiveDecision(decision.id(), decision.slug(), decision.name(), 0, Instant.MIN, Instant.MIN,
				scopes(content, (placement, scope) -> LiveScope.of(placement, List.of())), fallback(content),
				content.guarded(), content.repeats(), content.actions(), this.policies);
	}

	private Map<String, LiveScope> scopes(DecisionContent content,
			BiFunction<Placement, DecisionScope, LiveScope> live) {
		Map<String, LiveScope> scopes = new LinkedHashMap<>();
		content.scopes().forEach((scope) -> {
			Placement placement = this.placements.get(scope.placement());
			if (placement != null) {
				scopes.put(placement.slug(), live.apply(placement, scope));
			}
		});
		return scopes;
	}

	private LiveScope live(Placement placement, DecisionScope scope) {
		SharedConditions shared = new SharedConditions(this.conditions);
		List<PriorityTier> tiers = tiers(scope, shared);
		return LiveScope.of(placement, tiers, shared.compiled());
	}

	private List<PriorityTier> tiers(DecisionScope scope, SharedConditions shared) {
		Map<Integer, List<LiveCriterion>> byOrder = new TreeMap<>();
		for (int place = 0; place < scope.criteria().size(); place++) {
			Criterion criterion = scope.criteria().get(place);
			byOrder.computeIfAbsent(criterion.order(), (order) -> new ArrayList<>()).add(live(criterion, place));
		}
		return byOrder.entrySet()
			.stream()
			.map((tier) -> PriorityTier.of(tier.getKey(), tier.getValue(), scope.placement(), shared))
			.toList();
	}

	private List<LiveOffer> offers(Criterion criterion) {
		return criterion.collection().isEmpty() ? own(criterion.offers()) : offers(criterion.collection());
	}

	private List<LiveOffer> own(List<String> slugs) {
		if (this.bySlug.isEmpty()) {
			this.approved.stream()
				.filter((offer) -> !offer.fallback())
				.forEach((offer) -> this.bySlug.put(offer.slug(), offer));
		}
		return slugs.stream().map(this.bySlug::get).filter(Objects::nonNull).map(this::live).toList();
	}

	private List<LiveOffer> offers(String slug) {
		return this.picked.computeIfAbsent(slug, (key) -> {
			Collection collection = this.collections.get(key);
			return (collection != null) ? collection.select(this.approved).stream().map(this::live).toList()
					: List.of();
		});
	}

	private @Nullable LiveOffer fallback(DecisionContent content) {
		return this.approved.stream()
			.filter((offer) -> offer.fallback() && offer.slug().equals(content.fallback()))
			.findFirst()
			.map(this::live)
			.orElse(null);
	}

	private LiveOffer live(ApprovedOffer offer) {
		return this.known.computeIfAbsent(offer.offer(), (id) -> this.offers.assemble(offer));
	}

	private LiveCriterion live(Criterion criterion, int place) {
		Condition condition = criterion.eligible();
		CompiledCondition eligible = compile(condition, this.conditions);
		Formula formula = formula(criterion.formula());
		boolean personal = (eligible != null && PersonalDataUse.in(eligible))
				|| (formula != null && formula.readsProfile());
		boolean broken = formula == null && !criterion.formula().isEmpty();
		return new LiveCriterion(place, criterion.collection(), criterion.strategy(), eligible, condition, personal,
				formula, broken, criterion.learned(), criterion.missing(), offers(criterion));
	}

	static @Nullable CompiledCondition compile(Condition condition, ConditionCompiler conditions) {
		try {
			return conditions.compile(condition);
		}
		catch (InvalidConditionException ex) {
			return null;
		}
	}

	private @Nullable Formula formula(String source) {
		try {
			return source.isEmpty() ? null : this.formulas.compile(source);
		}
		catch (InvalidFormulaException ex) {
			return null;
		}
	}

}
