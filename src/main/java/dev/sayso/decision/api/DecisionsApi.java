package dev.sayso.decision.api;

import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.MakeDecision;
import dev.sayso.shared.api.JsonBody;

/**
 * Decisions over HTTP.
 */
@RestController
@Tag(name = "Decisions", description = "Scope decisions.")
class DecisionsApi {

	private final MakeDecision decision;

	private final DecisionDocuments documents;

	DecisionsApi(MakeDecision decision, DecisionDocuments documents) {
		this.decision = decision;
		this.documents = documents;
	}

	@PostMapping(path = "/api/v1/decisions", consumes = MediaType.ALL_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "decide",
			summary = "The best offers for one person on up to 30 placements, or the fallback",
			description = "Each answer is counted as a decision, unless dryRun is true.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							schema = @Schema(implementation = DecisionRequest.class))))
	DecisionDocument decide(HttpServletRequest request) {
		DecisionRequest decisionRequest = JsonBody.read(request, DecisionRequest.class, DecisionRequest::faults);
		return this.documents.create(this.decision.decide(decisionRequest),
				decisionRequest.explain() ? Locale.ENGLISH : null);
	}

}
