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
import dev.sayso.decision.outcome.BatchRecorder;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.profile.list.ProfileSearch;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;

/**
 * Decides for very many people as for each of them alone, a block of them at a time.
 */
@Component
class BatchDecision {

	private final DecisionPeopleReader read;

	private final ProfileSearch find;

	private final MakeDecision decide;

	private final CappedChoice choose;

	private final BatchRecorder record;

	private final Clock clock;

	private final TimeFormat times;

	BatchDecision(DecisionPeopleReader read, ProfileSearch find, MakeDecision decide, CappedChoice choose,
			BatchRecorder record, Clock clock, TimeFormat times) {
		this.read = read;
		this.find = find;
		this.decide = decide;
		this.choose = choose;
		this.record = record;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * Decides for everybody whom a query means; what is handed over was counted, and is
	 * in the store, unless it is a dry run.
	 */
	void each(ProfileQuery people, DecisionRequest request, List<DecisionEngine.Asked> scopes,
			Consumer<List<DecisionResult>> use) {
		LocalDate today = today();
		DecisionPeopleReader.Wanted wanted = DecisionPeopleReader.Wanted
			.of(scopes.stream().map(DecisionEngine.Asked::scope).toList(), true, today);
		this.read.each((give) -> this.find.each(people, give), wanted, (block) -> {
			List<DecisionResult> decided = new ArrayList<>(block.people().size());
			block.people().forEach((person) -> decided.add(one(person, block, request, scopes)));
			if (!request.dry()) {
				this.record.add(decided, today());
			}
			use.accept(decided);
		});
	}

	private DecisionResult one(PersonFacts person, DecisionPeopleReader.Block block, DecisionRequest request,
			List<DecisionEngine.Asked> scopes) {
		ProfileId id = DecisionPeopleReader.id(person);
		Instant now = this.clock.instant();
		CapUsage counts = block.counts().apply(id);
		DecisionContext asking = DecisionContext.of(person, request.language(), request.context(), now, counts);
		List<ScopeResult> chosen = request.dry() ? DecisionEngine.decide(scopes, asking, false) : this.choose
			.choose((left) -> DecisionEngine.decide(scopes, asking.with(left), false), counts, id, today());
		List<DecisionResult.Proposition> propositions = new ArrayList<>(chosen.size());
		chosen.forEach((one) -> propositions.add(this.decide.proposition(one, person)));
		return new DecisionResult(id, asking, propositions);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.times.zone());
	}

}
