package dev.sayso.decision.api;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.FactRegistry;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.Operator;
import dev.sayso.decision.DecisionEngine;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.RequestedScopes;
import dev.sayso.offer.placement.Placement;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;

/**
 * Decisions for very many people over HTTP.
 */
@RestController
@Tag(name = "Decisions")
class DecisionBatchesApi {

	private final LiveCatalogue catalogue;

	private final BatchDownload download;

	private final ConditionCompiler conditions;

	private final FactRegistry facts;

	DecisionBatchesApi(LiveCatalogue catalogue, BatchDownload download, ConditionCompiler conditions,
			FactRegistry facts) {
		this.catalogue = catalogue;
		this.download = download;
		this.conditions = conditions;
		this.facts = facts;
	}

	/**
	 * What the API's document says of a body that asks for a batch.
	 */
	@Schema(name = "DecisionBatchWanted")
	record Body(
			@Schema(description = "The key of an audience; absent for everybody.",
					example = "loyal-fr-be") @Nullable String audience,
			List<DecisionBody.ScopeBody> scopes,
			@Schema(description = "How many offers at most; without it, as many as the placement shows.", minimum = "1",
					maximum = "" + Placement.MOST_ITEMS) @Nullable Integer itemCount,
			@Schema(description = "What is known of the moment; formulas and texts read it.") @Nullable Map<String, Object> context,
			@Schema(description = "BCP 47; without it each person's own.", example = "fr") @Nullable String language,
			@Schema(description = "Counts nothing and keeps nothing.") @Nullable Boolean dryRun) {
	}

	@PostMapping(path = "/api/v1/decision-batches", consumes = MediaType.ALL_VALUE)
	@Operation(summary = "The best offers for everybody, or for everybody in an audience, streaming",
			description = "Needs the scopes decisions and audiences, since it tells who there is. As NDJSON, a person a line"
					+ " in the order of their ids, or with Accept: text/csv as a table for spreadsheets, in which no cell"
					+ " acts as a formula. Each answer is counted as a decision, within the caps, unless dryRun is true."
					+ " An answer that breaks off does not end as HTTP answers end: take it again.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json", schema = @Schema(implementation = Body.class))),
			responses = @ApiResponse(responseCode = "200",
					content = {
							@Content(mediaType = BatchMediaType.NDJSON,
									schema = @Schema(implementation = NdjsonBatchWriter.Line.class)),
							@Content(mediaType = "text/csv") }))
	void decide(HttpServletRequest request, @RequestHeader(name = "Accept", defaultValue = "*/*") String accept,
			Actor actor, HttpServletResponse response) throws IOException {
		boolean table = BatchMediaType.isTable(accept);
		BatchRequest batch = BatchRequest.of(JsonBody.read(request));
		ProfileQuery people = people(batch.audience());
		List<DecisionEngine.RequestedScope> scopes = RequestedScopes.of(batch.each(), this.catalogue.now());
		this.download.send(people, batch.each(), scopes, table, actor, response);
	}

	private ProfileQuery people(@Nullable String audience) {
		if (audience == null) {
			return ProfileQuery.EVERYBODY;
		}
		Condition.Comparison membership = new Condition.Comparison("audiences." + audience, Operator.IS, true);
		if (!this.facts.byName().containsKey(membership.fact())) {
			throw ProblemException
				.missing(List.of(new ProblemException.Fault("/audience", "there is no audience of this key")));
		}
		try {
			this.conditions.compile(membership);
		}
		catch (InvalidConditionException ex) {
			throw ProblemException.conflict("broken-audience",
					"The audience asks for something that is no longer there.",
					List.of(new ProblemException.Fault("/audience", "cannot be asked any more")), Map.of());
		}
		return ProfileQuery
			.parse("condition=" + URLEncoder.encode(ConditionJson.write(membership), StandardCharsets.UTF_8));
	}

}
