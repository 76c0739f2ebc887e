package dev.sayso.decision.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.DecisionResult;
import dev.sayso.decision.MakeDecision;
import dev.sayso.person.Profile;

/**
 * What the API would answer, word for word, to whoever tries a call in the console.
 * Nothing is counted, and nothing is kept.
 */
@Component
public class AnswerTrials {

	private final MakeDecision decision;

	private final DecisionDocuments documents;

	private final JsonMapper json;

	AnswerTrials(MakeDecision decision, DecisionDocuments documents, JsonMapper json) {
		this.decision = decision;
		this.documents = documents;
		this.json = json;
	}

	/** The answer to a decision. */
	public String decide(DecisionRequest request) {
		return pretty(this.documents.create(this.decision.decide(dry(request)), null));
	}

	/** The value of the flag that is the request's only scope. */
	public String evaluate(String flag, DecisionRequest request) {
		DecisionResult result = this.decision.decide(dry(request));
		return pretty(
				FlagEvaluation.of(flag, result.propositions().get(0).result(), result.profile(), null, this.documents));
	}

	/** The lines of a batch for these people. */
	public String batch(List<Profile> people, DecisionRequest request) {
		StringBuilder lines = new StringBuilder();
		people.forEach((person) -> lines.append(this.json.writeValueAsString(line(person, request))).append('\n'));
		return lines.toString();
	}

	private Line line(Profile person, DecisionRequest request) {
		DecisionRequest each = new DecisionRequest(person.id().toString(), request.scopes(), request.itemCount(),
				request.context(), request.language(), false, true);
		return new Line(person.id().toString(), person.details().externalId(),
				this.documents.create(this.decision.decide(each), null).propositions());
	}

	private record Line(String profile, @Nullable String externalId,
			List<DecisionDocument.PropositionDocument> propositions) {

	}

	private static DecisionRequest dry(DecisionRequest request) {
		return new DecisionRequest(request.profile(), request.scopes(), request.itemCount(), request.context(),
				request.language(), request.explain(), true);
	}

	private String pretty(Object document) {
		return this.json.writerWithDefaultPrettyPrinter().writeValueAsString(document);
	}

}
