package dev.sayso.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.sayso.condition.Person;
import dev.sayso.consent.Standing;
import dev.sayso.consent.Verdict;
import dev.sayso.profile.Standings;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Moments;
import dev.sayso.shared.Times;

/**
 * Decides for one person as they are now.
 */
@Component
public class MakeDecision {

	private final LiveCatalogue catalogue;

	private final ReadPerson people;

	private final ChooseWithinCaps choose;

	private final DecisionRecorder recorder;

	private final Standings standings;

	private final Moments moments;

	private final Times times;

	MakeDecision(LiveCatalogue catalogue, ReadPerson people, ChooseWithinCaps choose, DecisionRecorder recorder,
			Standings standings, Moments moments, Times times) {
		this.catalogue = catalogue;
		this.people = people;
		this.choose = choose;
		this.recorder = recorder;
		this.standings = standings;
		this.moments = moments;
		this.times = times;
	}

	/**
	 * Decides, and counts it unless it is a dry run.
	 * @throws dev.sayso.shared.Problem when the request names what is not there
	 */
	public Decided of(DecisionRequest request) {
		return decide(request, FindScopes.of(request, this.catalogue.now()));
	}

	/**
	 * The same in these scopes.
	 */
	public Decided decide(DecisionRequest request, List<Engine.Asked> scopes) {
		Instant now = this.moments.now();
		LocalDate today = LocalDate.ofInstant(now, this.times.zone());
		ReadPerson.Somebody somebody = this.people.of(ReadPerson.Wanted.of(request, scopes, today));
		Asking asking = asking(request, somebody, now);
		List<Chosen> chosen = request.dry() ? Engine.decide(scopes, asking, request.explain())
				: this.choose.choose((counts) -> Engine.decide(scopes, asking.with(counts), request.explain()),
						somebody.counts(), somebody.id(), today);
		Decided decided = new Decided(somebody.id(), asking,
				chosen.stream().map((one) -> proposition(one, asking.person())).toList());
		if (!request.dry()) {
			this.recorder.record(decided, today);
		}
		return decided;
	}

	/**
	 * What each of these scopes would show by itself, counting nothing.
	 */
	public List<Chosen> look(DecisionRequest request, List<Engine.Asked> scopes) {
		Instant now = this.moments.now();
		ReadPerson.Somebody somebody = this.people
			.of(ReadPerson.Wanted.of(request, scopes, LocalDate.ofInstant(now, this.times.zone())));
		Asking asking = asking(request, somebody, now);
		return scopes.stream()
			.map((one) -> Engine.decide(one.decision(), one.scope(), asking, one.items(), List.of(), false))
			.toList();
	}

	/**
	 * An answer with the verdict where it is to be had.
	 */
	public Decided.Proposition proposition(Chosen one, Person person) {
		return new Decided.Proposition(Ids.next(), one,
				contact(one.scope().placement().on().channel().orElse(null), person));
	}

	private @Nullable Verdict contact(@Nullable Channel channel, Person person) {
		return (channel != null) ? this.standings.verdict(person.part(Standing.class), channel) : null;
	}

	private static Asking asking(DecisionRequest request, ReadPerson.Somebody somebody, Instant now) {
		return Asking.of(somebody.person(), request.language(), request.context(), now, somebody.counts());
	}

}
