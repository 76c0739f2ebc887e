package dev.sayso.decision.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.consent.status.Verdict;
import dev.sayso.decision.DecisionContext;
import dev.sayso.decision.DecisionEngine;
import dev.sayso.decision.DecisionPersonReader;
import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.DecisionResult;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveSnapshot;
import dev.sayso.decision.RequestedScopes;
import dev.sayso.decision.ScopeResult;
import dev.sayso.person.DetailsForm;
import dev.sayso.person.DetailsForms;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.TimeFormat;

/**
 * Decides as if it were asked, for anybody, at any moment: within the caps as they stand,
 * and counting nothing.
 */
@Component
class DecisionSimulation {

	private final DecisionPersonReader people;

	private final DetailsForms forms;

	private final PeopleLoader loader;

	private final ContactStatuses standings;

	private final TimeFormat times;

	DecisionSimulation(DecisionPersonReader people, DetailsForms forms, PeopleLoader loader, ContactStatuses standings,
			TimeFormat times) {
		this.people = people;
		this.forms = forms;
		this.loader = loader;
		this.standings = standings;
		this.times = times;
	}

	/**
	 * All scopes of a decision at once.
	 */
	Simulation of(LiveDecision decision, SimulatedPerson who, DecisionRequest request, Instant at) {
		List<DecisionEngine.Asked> scopes = RequestedScopes.of(request,
				new LiveSnapshot(0, Map.of(decision.slug(), decision), Map.of()));
		DecisionContext asking = asking(who, request, DecisionPersonReader.Wanted.of(request, scopes, day(at)), at);
		List<DecisionResult.Proposition> propositions = DecisionEngine.decide(scopes, asking, true)
			.stream()
			.map((one) -> new DecisionResult.Proposition(Ids.next(), one, contact(one, asking)))
			.toList();
		return new Simulation(
				new DecisionResult((who.profile() != null) ? who.profile().id() : null, asking, propositions),
				otherwise(scopes, asking));
	}

	/**
	 * Somebody at that moment.
	 */
	DecisionContext asking(SimulatedPerson who, DecisionRequest request, DecisionPersonReader.Wanted wanted,
			Instant at) {
		DecisionPersonReader.Somebody somebody = (who.madeUp() != null)
				? this.people.imagined(imagine(who.madeUp(), at), wanted) : this.people.of(wanted);
		PersonFacts then = somebody.person().then(at);
		return DecisionContext.of(then, request.language(), request.context(), at, somebody.counts());
	}

	/**
	 * The person whom a test profile stands for; attributes that are no longer declared
	 * are left out.
	 * @param since when they said what they said
	 */
	private PersonFacts imagine(TestProfile somebody, Instant since) {
		DetailsForm known = this.forms.imagined(somebody.content().texts());
		List<Consent> said = new ArrayList<>();
		somebody.content()
			.says()
			.forEach((purpose, choice) -> Purpose.of(purpose)
				.ifPresent((about) -> Choice.of(choice)
					.ifPresent((chosen) -> said.add(Consent.imagined(about, chosen, since)))));
		return this.loader.imagined(known.details(), known.values(), said);
	}

	LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, this.times.zone());
	}

	private @Nullable Verdict contact(ScopeResult one, DecisionContext asking) {
		Channel channel = one.scope().placement().on().channel().orElse(null);
		return (channel != null)
				? this.standings.verdict(asking.person().part(ContactStatus.class), channel, asking.at()) : null;
	}

	private static List<Simulation.Otherwise> otherwise(List<DecisionEngine.Asked> scopes, DecisionContext asking) {
		List<Simulation.Otherwise> all = new ArrayList<>();
		DecisionContext imagined = asking;
		if (!asking.personalizes()) {
			imagined = imagined.consenting(Purpose.PERSONALIZE_CONTENT);
			all.add(new Simulation.Otherwise("personalization", DecisionEngine.decide(scopes, imagined, false)));
		}
		if (!asking.models()) {
			imagined = imagined.consenting(Purpose.MODELING);
			all.add(new Simulation.Otherwise(asking.personalizes() ? "modelling" : "both",
					DecisionEngine.decide(scopes, imagined, false)));
		}
		return all;
	}

}
