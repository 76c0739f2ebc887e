package dev.sayso.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.api.ProblemException;

/**
 * Decides for one person as they are now.
 */
@Component
public class MakeDecision {

	private final LiveCatalogue catalogue;

	private final DecisionPersonReader reader;

	private final CappedChoice choice;

	private final Recorder recorder;

	private final ContactStatuses contactStatuses;

	private final Clock clock;

	private final TimeFormat times;

	MakeDecision(LiveCatalogue catalogue, DecisionPersonReader reader, CappedChoice choice, Recorder recorder,
			ContactStatuses contactStatuses, Clock clock, TimeFormat times) {
		this.catalogue = catalogue;
		this.reader = reader;
		this.choice = choice;
		this.recorder = recorder;
		this.contactStatuses = contactStatuses;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * Takes note of what was answered, without making the caller wait and without ever
	 * failing a decision.
	 */
	public interface Recorder {

		void record(DecisionResult result, LocalDate today);

	}

	/**
	 * What scopes would show.
	 *
	 * @param profile null for an unknown person
	 */
	public record Look(@Nullable ProfileId profile, DecisionContext context, List<ScopeResult> results) {

	}

	/**
	 * Decides, and counts it unless it is a dry run.
	 * @throws dev.sayso.shared.api.ProblemException when the request names what is not
	 * there
	 */
	public DecisionResult decide(DecisionRequest request) {
		return decide(request, RequestedScopes.of(request, this.catalogue.now()));
	}

	public DecisionResult decide(DecisionRequest request, List<DecisionEngine.RequestedScope> scopes) {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, this.times.zone());
		DecisionPersonReader.Subject subject = this.reader.read(DecisionPersonReader.Query.of(request, scopes, today));
		DecisionContext context = context(request, subject, now);
		List<ScopeResult> results = request.dryRun() ? DecisionEngine.decide(scopes, context, request.explain())
				: this.choice.choose((usage) -> DecisionEngine.decide(scopes, context.with(usage), request.explain()),
						subject.capUsage(), subject.id(), today);
		DecisionResult result = new DecisionResult(subject.id(), context,
				results.stream().map((scope) -> proposition(scope, context.person())).toList());
		if (!request.dryRun()) {
			this.recorder.record(result, today);
		}
		return result;
	}

	public Look look(DecisionRequest request, List<DecisionEngine.RequestedScope> scopes) {
		Instant now = this.clock.instant();
		DecisionPersonReader.Subject subject = this.reader
			.read(DecisionPersonReader.Query.of(request, scopes, LocalDate.ofInstant(now, this.times.zone())));
		DecisionContext context = context(request, subject, now);
		Map<LiveScope, ScopeResult> known = new IdentityHashMap<>();
		return new Look(subject.id(), context,
				scopes.stream()
					.map((requested) -> known.computeIfAbsent(requested.scope(),
							(scope) -> DecisionEngine.decide(requested.decision(), scope, context, requested.items(),
									List.of(), false)))
					.toList());
	}

	public DecisionResult.Proposition proposition(ScopeResult result, PersonFacts person) {
		return new DecisionResult.Proposition(Ids.next(), result,
				contact(result.scope().placement().on().channel().orElse(null), person));
	}

	private @Nullable Verdict contact(@Nullable Channel channel, PersonFacts person) {
		return (channel != null) ? this.contactStatuses.verdict(person.part(ContactStatus.class), channel) : null;
	}

	private static DecisionContext context(DecisionRequest request, DecisionPersonReader.Subject subject, Instant now) {
		return DecisionContext.of(subject.person(), request.language(), request.context(), now, subject.capUsage());
	}

}
