package dev.sayso.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.api.ProblemException;

/**
 * Decides for one person as they are now.
 */
@Component
public class MakeDecision {

	private final LiveCatalogue catalogue;

	private final DecisionPersonReader people;

	private final CappedChoice choose;

	private final Recorder recorder;

	private final ContactStatuses standings;

	private final Clock clock;

	private final TimeFormat times;

	MakeDecision(LiveCatalogue catalogue, DecisionPersonReader people, CappedChoice choose, Recorder recorder,
			ContactStatuses standings, Clock clock, TimeFormat times) {
		this.catalogue = catalogue;
		this.people = people;
		this.choose = choose;
		this.recorder = recorder;
		this.standings = standings;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * Takes note of what was answered, without making the caller wait and without ever
	 * failing a decision.
	 */
	public interface Recorder {

		/**
		 * Counts an answer and keeps its propositions.
		 */
		void record(DecisionResult result, LocalDate today);

	}

	/**
	 * Decides, and counts it unless it is a dry run.
	 * @throws dev.sayso.shared.api.ProblemException when the request names what is not
	 * there
	 */
	public DecisionResult of(DecisionRequest request) {
		return decide(request, RequestedScopes.of(request, this.catalogue.now()));
	}

	/**
	 * The same in these scopes.
	 */
	public DecisionResult decide(DecisionRequest request, List<DecisionEngine.Asked> scopes) {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, this.times.zone());
		DecisionPersonReader.Somebody somebody = this.people.of(DecisionPersonReader.Wanted.of(request, scopes, today));
		DecisionContext asking = asking(request, somebody, now);
		List<ScopeResult> chosen = request.dry() ? DecisionEngine.decide(scopes, asking, request.explain())
				: this.choose.choose((counts) -> DecisionEngine.decide(scopes, asking.with(counts), request.explain()),
						somebody.counts(), somebody.id(), today);
		DecisionResult decided = new DecisionResult(somebody.id(), asking,
				chosen.stream().map((one) -> proposition(one, asking.person())).toList());
		if (!request.dry()) {
			this.recorder.record(decided, today);
		}
		return decided;
	}

	/**
	 * What each of these scopes would show by itself, counting nothing.
	 */
	public List<ScopeResult> look(DecisionRequest request, List<DecisionEngine.Asked> scopes) {
		Instant now = this.clock.instant();
		DecisionPersonReader.Somebody somebody = this.people
			.of(DecisionPersonReader.Wanted.of(request, scopes, LocalDate.ofInstant(now, this.times.zone())));
		DecisionContext asking = asking(request, somebody, now);
		return scopes.stream()
			.map((one) -> DecisionEngine.decide(one.decision(), one.scope(), asking, one.items(), List.of(), false))
			.toList();
	}

	/**
	 * An answer with the verdict where it is to be had.
	 */
	public DecisionResult.Proposition proposition(ScopeResult one, PersonFacts person) {
		return new DecisionResult.Proposition(Ids.next(), one,
				contact(one.scope().placement().on().channel().orElse(null), person));
	}

	private @Nullable Verdict contact(@Nullable Channel channel, PersonFacts person) {
		return (channel != null) ? this.standings.verdict(person.part(ContactStatus.class), channel) : null;
	}

	private static DecisionContext asking(DecisionRequest request, DecisionPersonReader.Somebody somebody,
			Instant now) {
		return DecisionContext.of(somebody.person(), request.language(), request.context(), now, somebody.counts());
	}

}
