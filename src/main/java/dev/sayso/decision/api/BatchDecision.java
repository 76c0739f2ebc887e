package dev.sayso.decision.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.decision.CapUsage;
import dev.sayso.decision.CappedChoice;
import dev.sayso.decision.DecisionContext;
import dev.sayso.decision.DecisionEngine;
import dev.sayso.decision.DecisionPeopleReader;
import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.DecisionResult;
import dev.sayso.decision.MakeDecision;
import dev.sayso.decision.ScopeResult;
import dev.sayso.decision.outcome.OutcomeRows;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.profile.list.ProfileSearch;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;

/**
 * Decides for very many people as for each of them alone, a block of them at a time.
 */
@Component
class BatchDecision {

	private final DecisionPeopleReader reader;

	private final ProfileSearch search;

	private final MakeDecision decision;

	private final CappedChoice choice;

	private final OutcomeRows outcomes;

	private final Clock clock;

	private final TimeFormat times;

	BatchDecision(DecisionPeopleReader reader, ProfileSearch search, MakeDecision decision, CappedChoice choice,
			OutcomeRows outcomes, Clock clock, TimeFormat times) {
		this.reader = reader;
		this.search = search;
		this.decision = decision;
		this.choice = choice;
		this.outcomes = outcomes;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * Decides for everybody whom a query selects; what is handed over was counted, and is
	 * in the store, unless it is a dry run.
	 */
	void each(ProfileQuery people, DecisionRequest request, List<DecisionEngine.RequestedScope> scopes,
			Consumer<List<DecisionResult>> use) {
		LocalDate today = today();
		DecisionPeopleReader.Query query = DecisionPeopleReader.Query
			.of(scopes.stream().map(DecisionEngine.RequestedScope::scope).toList(), true, today);
		this.reader.each((give) -> this.search.each(people, give), query, (block) -> {
			List<DecisionResult> results = new ArrayList<>(block.people().size());
			block.people().forEach((person) -> results.add(decide(person, block, request, scopes)));
			if (!request.dryRun()) {
				this.outcomes.write(results, today());
			}
			use.accept(results);
		});
	}

	private DecisionResult decide(PersonFacts person, DecisionPeopleReader.Block block, DecisionRequest request,
			List<DecisionEngine.RequestedScope> scopes) {
		ProfileId id = DecisionPeopleReader.id(person);
		Instant now = this.clock.instant();
		CapUsage usage = block.capUsage().apply(id);
		DecisionContext context = DecisionContext.of(person, request.language(), request.context(), now, usage);
		List<ScopeResult> scopeResults = request.dryRun() ? DecisionEngine.decide(scopes, context, false) : this.choice
			.choose((left) -> DecisionEngine.decide(scopes, context.with(left), false), usage, id, today());
		List<DecisionResult.Proposition> propositions = new ArrayList<>(scopeResults.size());
		scopeResults.forEach((result) -> propositions.add(this.decision.proposition(result, person)));
		return new DecisionResult(id, context, propositions);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.times.zone());
	}

}
