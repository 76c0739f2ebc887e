package dev.sayso.decision;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import dev.sayso.offer.Validity;

/**
 * What a decision is, but for its name: kept as JSON, frozen by each publication.
 *
 * @param fallback the key of the offer that shows when nothing else may; empty for none
 * @param unguarded why the personalization guard is switched off; empty while it is on
 * @param repeats whether an offer may show on several placements of one answer
 * @param actions keys of the marketing actions it is for: a consent policy against one of
 * them holds its personalized offers back
 */
public record DecisionContent(Validity validity, List<DecisionScope> scopes, String fallback, String unguarded,
		boolean repeats, List<String> actions) {

	public static final int MOST_SCOPES = 30;

	public static final DecisionContent BLANK = new DecisionContent(null, null, null, null, false, null);

	public DecisionContent(@Nullable Validity validity, @Nullable List<DecisionScope> scopes, @Nullable String fallback,
			@Nullable String unguarded, boolean repeats, @Nullable List<String> actions) {
		this.validity = (validity != null) ? validity : Validity.ALWAYS;
		this.scopes = (scopes != null) ? List.copyOf(scopes) : List.of();
		this.fallback = (fallback != null) ? fallback : "";
		this.unguarded = (unguarded != null) ? unguarded : "";
		this.repeats = repeats;
		this.actions = (actions != null) ? List.copyOf(actions) : List.of();
	}

	/** The same for no marketing action in particular. */
	public DecisionContent(@Nullable Validity validity, @Nullable List<DecisionScope> scopes, @Nullable String fallback,
			@Nullable String unguarded, boolean repeats) {
		this(validity, scopes, fallback, unguarded, repeats, null);
	}

	/**
	 * The placement of each key by which OpenFeature's providers ask for a scope: the
	 * decision's alone for the first scope, so that it stays when others join it, and
	 * {@code decision.placement} for each.
	 * @param decision its key
	 * @param placements those of its scopes, in their order
	 */
	public static Map<String, String> flags(String decision, Collection<String> placements) {
		Map<String, String> flags = new LinkedHashMap<>();
		placements.stream().findFirst().ifPresent((first) -> flags.put(decision, first));
		placements.forEach((placement) -> flags.put(decision + "." + placement, placement));
		return flags;
	}

	public boolean guarded() {
		return this.unguarded.isEmpty();
	}

	/** Whether a selection strategy says any of its criteria. */
	@JsonIgnore
	public boolean isShared() {
		return this.scopes.stream().flatMap((scope) -> scope.criteria().stream()).anyMatch(Criterion::isShared);
	}

	/**
	 * The same with what its strategies say; one that is gone says nothing.
	 * @param said by the keys of strategies
	 */
	public DecisionContent resolve(Map<String, Criterion> said) {
		return with(this.scopes.stream()
			.map((scope) -> scope.with(scope.criteria()
				.stream()
				.map((criterion) -> said.containsKey(criterion.strategy())
						? criterion.saying(said.get(criterion.strategy())) : criterion)
				.toList()))
			.toList());
	}

	/**
	 * Keys of the offers that it names one by one: its criteria's own, and its fallback.
	 */
	public Set<String> namedOffers() {
		Set<String> named = new LinkedHashSet<>();
		this.scopes.forEach((scope) -> scope.criteria().forEach((criterion) -> named.addAll(criterion.offers())));
		named.add(this.fallback);
		return named;
	}

	public Optional<DecisionScope> scope(String placement) {
		return this.scopes.stream().filter((scope) -> scope.placement().equals(placement)).findFirst();
	}

	public DecisionContent with(List<DecisionScope> changed) {
		return new DecisionContent(this.validity, changed, this.fallback, this.unguarded, this.repeats, this.actions);
	}

	public DecisionContent during(Validity changed, boolean again) {
		return new DecisionContent(changed, this.scopes, this.fallback, this.unguarded, again, this.actions);
	}

	public DecisionContent about(List<String> changed) {
		return new DecisionContent(this.validity, this.scopes, this.fallback, this.unguarded, this.repeats, changed);
	}

	public DecisionContent fallingBackTo(String offer) {
		return new DecisionContent(this.validity, this.scopes, offer, this.unguarded, this.repeats, this.actions);
	}

	public DecisionContent unguardedFor(String reason) {
		return new DecisionContent(this.validity, this.scopes, this.fallback, reason, this.repeats, this.actions);
	}

	public DecisionContent with(String placement, List<Criterion> criteria) {
		return with(this.scopes.stream()
			.map((scope) -> scope.placement().equals(placement) ? scope.with(criteria) : scope)
			.toList());
	}

}
