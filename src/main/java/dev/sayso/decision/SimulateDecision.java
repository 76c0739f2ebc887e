package dev.sayso.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Person;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Standing;
import dev.sayso.consent.Verdict;
import dev.sayso.profile.Standings;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Times;

/**
 * Decides as if it were asked, for anybody, at any moment: within the caps as they stand,
 * and counting nothing.
 */
@Component
class SimulateDecision {

	private final ReadPerson people;

	private final ImagineMadeUp imagine;

	private final Standings standings;

	private final Times times;

	SimulateDecision(ReadPerson people, ImagineMadeUp imagine, Standings standings, Times times) {
		this.people = people;
		this.imagine = imagine;
		this.standings = standings;
		this.times = times;
	}

	/**
	 * All scopes of a decision at once.
	 */
	Simulation of(LiveDecision decision, Simulated who, DecisionRequest request, Instant at) {
		List<Engine.Asked> scopes = FindScopes.of(request, new Live(0, Map.of(decision.slug(), decision), Map.of()));
		Asking asking = asking(who, request, ReadPerson.Wanted.of(request, scopes, day(at)), at);
		List<Decided.Proposition> propositions = Engine.decide(scopes, asking, true)
			.stream()
			.map((one) -> new Decided.Proposition(Ids.next(), one, contact(one, asking)))
			.toList();
		return new Simulation(new Decided((who.profile() != null) ? who.profile().id() : null, asking, propositions),
				otherwise(scopes, asking));
	}

	/**
	 * Somebody at that moment.
	 */
	Asking asking(Simulated who, DecisionRequest request, ReadPerson.Wanted wanted, Instant at) {
		ReadPerson.Somebody somebody = (who.madeUp() != null)
				? this.people.imagined(this.imagine.person(who.madeUp(), at), wanted) : this.people.of(wanted);
		Person then = somebody.person().then(at);
		return Asking.of(then, request.language(), request.context(), at, somebody.counts());
	}

	LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, this.times.zone());
	}

	private @Nullable Verdict contact(Chosen one, Asking asking) {
		Channel channel = one.scope().placement().on().channel().orElse(null);
		return (channel != null) ? this.standings.verdict(asking.person().part(Standing.class), channel, asking.at())
				: null;
	}

	private static List<Simulation.Otherwise> otherwise(List<Engine.Asked> scopes, Asking asking) {
		List<Simulation.Otherwise> all = new ArrayList<>();
		Asking imagined = asking;
		if (!asking.personalizes()) {
			imagined = imagined.consenting(Purpose.PERSONALIZE_CONTENT);
			all.add(new Simulation.Otherwise("personalization", Engine.decide(scopes, imagined, false)));
		}
		if (!asking.models()) {
			imagined = imagined.consenting(Purpose.MODELING);
			all.add(new Simulation.Otherwise(asking.personalizes() ? "modelling" : "both",
					Engine.decide(scopes, imagined, false)));
		}
		return all;
	}

}
