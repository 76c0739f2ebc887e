package dev.sayso.decision.impact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.Purpose;
import dev.sayso.decision.CapUsage;
import dev.sayso.decision.DecisionContext;
import dev.sayso.decision.DecisionEngine;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveScope;
import dev.sayso.decision.ScopeResult;
import dev.sayso.person.Profile;

/**
 * Decides for one person after the other by the version that holds and by a draft, and
 * counts what comes of it on each placement.
 */
final class VersionComparison {

	private final @Nullable LiveDecision live;

	private final LiveDecision draft;

	private final Instant at;

	private final List<DecisionEngine.RequestedScope> before;

	private final List<DecisionEngine.RequestedScope> after;

	private final Map<String, ScopeTally> tallies = new LinkedHashMap<>();

	private final Map<String, Long> languages = new HashMap<>();

	private long people;

	/**
	 * Compares, as of the moment or, where the draft begins later, as of then.
	 * @param live null where nothing was published
	 */
	VersionComparison(@Nullable LiveDecision live, LiveDecision draft, Instant now) {
		this.live = live;
		this.draft = draft;
		this.at = draft.begins().isAfter(now) ? draft.begins() : now;
		this.before = (live != null) ? scopes(live) : List.of();
		this.after = scopes(draft);
		Set<String> placements = new LinkedHashSet<>(draft.scopes().keySet());
		this.before.forEach((requested) -> placements.add(requested.scope().placement().slug()));
		placements.forEach((placement) -> this.tallies.put(placement, new ScopeTally()));
	}

	private static List<DecisionEngine.RequestedScope> scopes(LiveDecision decision) {
		return decision.scopes()
			.values()
			.stream()
			.map((scope) -> new DecisionEngine.RequestedScope(decision, scope, scope.placement().items()))
			.toList();
	}

	List<LiveScope> scopes() {
		return Stream.concat(this.before.stream(), this.after.stream())
			.map(DecisionEngine.RequestedScope::scope)
			.toList();
	}

	/**
	 * Counts a person.
	 * @return what the draft gives them, by placement
	 */
	Map<String, ScopeResult> add(PersonFacts person, CapUsage usage) {
		Profile profile = person.part(Profile.class);
		DecisionContext context = DecisionContext.of(person, null, Map.of(), this.at, usage);
		Map<String, ScopeResult> now = byPlacement(this.before, context);
		Map<String, ScopeResult> later = byPlacement(this.after, context);
		boolean refuses = later.values()
			.stream()
			.anyMatch((result) -> result.reason() == DecisionReason.PERSONALIZATION_REFUSED);
		Map<String, ScopeResult> consenting = refuses
				? byPlacement(this.after, context.consenting(Purpose.PERSONALIZE_CONTENT)) : Map.of();
		this.tallies.forEach((placement, tally) -> {
			ScopeResult result = later.get(placement);
			boolean refused = result != null && result.reason() == DecisionReason.PERSONALIZATION_REFUSED;
			tally.add(profile.id().id(), now.get(placement), result, refused ? consenting.get(placement) : null);
		});
		this.languages.merge(context.language(), 1L, Long::sum);
		this.people++;
		return later;
	}

	private static Map<String, ScopeResult> byPlacement(List<DecisionEngine.RequestedScope> scopes,
			DecisionContext context) {
		Map<String, ScopeResult> results = new LinkedHashMap<>();
		DecisionEngine.decide(scopes, context, false)
			.forEach((result) -> results.put(result.scope().placement().slug(), result));
		return results;
	}

	long people() {
		return this.people;
	}

	ImpactResult result(boolean sampled) {
		List<ImpactResult.InScope> scopes = new ArrayList<>();
		this.tallies.forEach((placement, tally) -> scopes
			.add(tally.result(placement, this.live != null && this.live.scopes().containsKey(placement),
					this.draft.scopes().containsKey(placement))));
		return new ImpactResult(this.at, (this.live != null) ? this.live.version() : null, this.people, sampled, scopes,
				Map.copyOf(this.languages));
	}

}
