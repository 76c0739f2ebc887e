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
 * Decides as if a request came, for anybody, at any moment: within the caps as they
 * stand, and counting nothing.
 */
@Component
class DecisionSimulation {

	private final DecisionPersonReader reader;

	private final DetailsForms forms;

	private final PeopleLoader loader;

	private final ContactStatuses contactStatuses;

	private final TimeFormat times;

	DecisionSimulation(DecisionPersonReader reader, DetailsForms forms, PeopleLoader loader,
			ContactStatuses contactStatuses, TimeFormat times) {
		this.reader = reader;
		this.forms = forms;
		this.loader = loader;
		this.contactStatuses = contactStatuses;
		this.times = times;
	}

	record Simulation(DecisionResult result, List<Otherwise> otherwise) {

		/**
		 * The answer with more consent.
		 *
		 * @param consent to what: {@code personalization}, {@code modelling} or
		 * {@code both}
		 */
		record Otherwise(String consent, List<ScopeResult> results) {

		}

	}

	Simulation simulate(LiveDecision decision, SimulatedPerson who, DecisionRequest request, Instant at) {
		List<DecisionEngine.RequestedScope> scopes = RequestedScopes.of(request,
				new LiveSnapshot(0, Map.of(decision.slug(), decision), Map.of()));
		DecisionContext context = context(who, request, DecisionPersonReader.Query.of(request, scopes, day(at)), at);
		List<DecisionResult.Proposition> propositions = DecisionEngine.decide(scopes, context, true)
			.stream()
			.map((result) -> new DecisionResult.Proposition(Ids.next(), result, contact(result, context)))
			.toList();
		return new Simulation(
				new DecisionResult((who.profile() != null) ? who.profile().id() : null, context, propositions),
				otherwise(scopes, context));
	}

	DecisionContext context(SimulatedPerson who, DecisionRequest request, DecisionPersonReader.Query query,
			Instant at) {
		DecisionPersonReader.Subject subject = (who.testProfile() != null)
				? this.reader.imagined(imagine(who.testProfile(), at), query) : this.reader.read(query);
		PersonFacts person = subject.person().then(at);
		return DecisionContext.of(person, request.language(), request.context(), at, subject.capUsage());
	}

	private PersonFacts imagine(TestProfile testProfile, Instant since) {
		DetailsForm known = this.forms.imagined(testProfile.content().texts());
		List<Consent> consents = new ArrayList<>();
		testProfile.content()
			.says()
			.forEach((purpose, choice) -> Purpose.of(purpose)
				.ifPresent((about) -> Choice.of(choice)
					.ifPresent((chosen) -> consents.add(Consent.imagined(about, chosen, since)))));
		return this.loader.imagined(known.details(), known.values(), consents);
	}

	LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, this.times.zone());
	}

	private @Nullable Verdict contact(ScopeResult result, DecisionContext context) {
		Channel channel = result.scope().placement().on().channel().orElse(null);
		return (channel != null)
				? this.contactStatuses.verdict(context.person().part(ContactStatus.class), channel, context.at())
				: null;
	}

	private static List<Simulation.Otherwise> otherwise(List<DecisionEngine.RequestedScope> scopes,
			DecisionContext context) {
		List<Simulation.Otherwise> all = new ArrayList<>();
		DecisionContext imagined = context;
		if (!context.personalizes()) {
			imagined = imagined.consenting(Purpose.PERSONALIZE_CONTENT);
			all.add(new Simulation.Otherwise("personalization", DecisionEngine.decide(scopes, imagined, false)));
		}
		if (!context.models()) {
			imagined = imagined.consenting(Purpose.MODELING);
			all.add(new Simulation.Otherwise(context.personalizes() ? "modelling" : "both",
					DecisionEngine.decide(scopes, imagined, false)));
		}
		return all;
	}

}
