package dev.sayso.decision.impact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.decision.CapUsage;
import dev.sayso.decision.DecisionContext;
import dev.sayso.decision.DecisionEngine;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveScope;
import dev.sayso.decision.ScopeResult;
import dev.sayso.person.Origin;
import dev.sayso.person.Profile;

/**
 * Decides for one person after the other by the version that holds and by a draft, and
 * counts what comes of it on each placement.
 */
final class VersionComparison {

	private final @Nullable LiveDecision live;

	private final LiveDecision draft;

	private final Instant at;

	private final List<DecisionEngine.Asked> before;

	private final List<DecisionEngine.Asked> after;

	private final Map<String, ImpactTally> tallies = new LinkedHashMap<>();

	private long people;

	/**
	 * Compares, as of the moment or, where the draft begins later, as of then.
	 * @param live null where nothing was published
	 */
	VersionComparison(@Nullable LiveDecision live, LiveDecision draft, Instant now) {
		this.live = live;
		this.draft = draft;
		this.at = draft.begins().isAfter(now) ? draft.begins() : now;
		this.before = (live != null) ? asked(live) : List.of();
		this.after = asked(draft);
		Set<String> placements = new LinkedHashSet<>(draft.scopes().keySet());
		this.before.forEach((one) -> placements.add(one.scope().placement().slug()));
		placements.forEach((placement) -> this.tallies.put(placement, new ImpactTally()));
	}

	private static List<DecisionEngine.Asked> asked(LiveDecision decision) {
		return decision.scopes()
			.values()
			.stream()
			.map((scope) -> new DecisionEngine.Asked(decision, scope, scope.placement().items()))
			.toList();
	}

	/**
	 * The scopes of both.
	 */
	List<LiveScope> scopes() {
		return Stream.concat(this.before.stream(), this.after.stream()).map(DecisionEngine.Asked::scope).toList();
	}

	void add(PersonFacts person, CapUsage counts) {
		Profile profile = person.part(Profile.class);
		DecisionContext asking = DecisionContext.of(person, null, Map.of(), this.at, counts);
		Map<String, ScopeResult> now = byPlacement(this.before, asking);
		Map<String, ScopeResult> then = byPlacement(this.after, asking);
		boolean refuses = then.values()
			.stream()
			.anyMatch((one) -> one.reason() == DecisionReason.PERSONALIZATION_REFUSED);
		Map<String, ScopeResult> open = refuses ? byPlacement(this.after, consenting(asking, profile)) : Map.of();
		this.tallies.forEach((placement, tally) -> {
			ScopeResult would = then.get(placement);
			boolean refused = would != null && would.reason() == DecisionReason.PERSONALIZATION_REFUSED;
			tally.add(profile.id().id(), now.get(placement), would, refused ? open.get(placement) : null);
		});
		this.people++;
	}

	private static Map<String, ScopeResult> byPlacement(List<DecisionEngine.Asked> scopes, DecisionContext asking) {
		Map<String, ScopeResult> chosen = new LinkedHashMap<>();
		DecisionEngine.decide(scopes, asking, false).forEach((one) -> chosen.put(one.scope().placement().slug(), one));
		return chosen;
	}

	/**
	 * The same person, had they consented to personalization.
	 */
	static DecisionContext consenting(DecisionContext asking, Profile profile) {
		List<Consent> consents = new ArrayList<>(asking.person().part(Say.class).consents().values());
		consents.removeIf((one) -> one.purpose() == Purpose.PERSONALIZE_CONTENT);
		consents.add(new Consent(Purpose.PERSONALIZE_CONTENT, Choice.YES, asking.at(), asking.at(), Origin.SUBJECT,
				true, "", null, null, new UUID(0, 0)));
		PersonFacts person = asking.person().with(Say.of(profile.id(), consents));
		return new DecisionContext(asking.at(), person, true, asking.models(), asking.language(), asking.context(),
				asking.counts());
	}

	long people() {
		return this.people;
	}

	/**
	 * The counts so far.
	 * @param sampled whether those who were asked about are a sample
	 */
	ImpactResult result(boolean sampled) {
		List<ImpactResult.InScope> scopes = new ArrayList<>();
		this.tallies.forEach((placement, tally) -> scopes
			.add(tally.result(placement, this.live != null && this.live.scopes().containsKey(placement),
					this.draft.scopes().containsKey(placement))));
		return new ImpactResult(this.at, (this.live != null) ? this.live.version() : null, this.people, sampled,
				scopes);
	}

}
