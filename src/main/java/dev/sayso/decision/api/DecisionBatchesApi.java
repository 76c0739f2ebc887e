package dev.sayso.decision.api;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.FactRegistry;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.Operator;
import dev.sayso.decision.DecisionEngine;
import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.DecisionRequest.ScopeReference;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.RequestedScopes;
import dev.sayso.decision.api.BatchDownload.Format;
import dev.sayso.offer.placement.Placement;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.AcceptedType;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.RefusedMember;

@RestController
@Tag(name = "Decisions")
class DecisionBatchesApi {

	private static final String LINE = """
			{"profile":"01890a5d-ac96-774b-bcce-b302099a8057","externalId":"demo-1","propositions":[…]}""";

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

	@Schema(name = "DecisionBatchWanted")
	record Body(
			@Schema(description = "The key of an audience; absent for everybody.",
					example = "loyal-fr-be") @Nullable String audience,
			@NotNull(message = "is missing") @Size(min = 1, message = "is empty") @Size(
					max = DecisionRequest.MOST_SCOPES,
					message = DecisionRequest.SCOPES) List<@NotNull(
							message = "is not an object") @Valid ScopeReference> scopes,
			@Schema(description = "How many offers at most; without it, as many as the placement shows.") @Min(
					value = 1, message = DecisionRequest.ITEMS) @Max(value = Placement.MOST_ITEMS,
							message = DecisionRequest.ITEMS) @Nullable Integer itemCount,
			@Schema(description = "What is known of the moment; formulas and texts read it.",
					requiredMode = Schema.RequiredMode.NOT_REQUIRED) Map<String, Object> context,
			@Schema(description = "BCP 47; without it each person's own.", example = "fr") @Nullable String language,
			@Schema(description = "Counts nothing and keeps nothing.",
					requiredMode = Schema.RequiredMode.NOT_REQUIRED) boolean dryRun,
			@Schema(hidden = true) @JsonDeserialize(using = OfOne.class) @Nullable Object profile,
			@Schema(hidden = true) @JsonDeserialize(using = OfOne.class) @Nullable Object explain) {

		/** What is asked for each of them. */
		DecisionRequest each() {
			return new DecisionRequest(null, this.scopes, this.itemCount, this.context, this.language, false,
					this.dryRun);
		}

	}

	/** What only a request about one person has. */
	static final class OfOne extends RefusedMember {

		OfOne() {
			super("is not known: a batch is for many people");
		}

	}

	@PostMapping(path = "/api/v1/decision-batches", consumes = MediaType.ALL_VALUE)
	@Operation(operationId = "decideBatch",
			summary = "The best offers for everybody, or for everybody in an audience, streaming",
			description = "Needs the scopes decisions and audiences, since it tells who there is. As NDJSON, a person a"
					+ " line in the order of their ids, or with Accept: text/csv as a table: for spreadsheets, in which no"
					+ " cell acts as a formula, or with kind=plain for programs. Each answer is counted as a decision,"
					+ " within the caps, unless dryRun is true. An answer that breaks off does not end as HTTP answers"
					+ " end: take it again.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json", schema = @Schema(implementation = Body.class))),
			responses = @ApiResponse(responseCode = "200", description = "The answers, as they are decided",
					content = { @Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE,
							schema = @Schema(type = "string", format = "binary"), examples = @ExampleObject(LINE)),
							@Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")) }))
	void decide(HttpServletRequest request,
			@Parameter(description = "Whom a table is for: plain has cells as they are, for programs.",
					schema = @Schema(allowableValues = { "spreadsheet", "plain" },
							defaultValue = "spreadsheet")) @RequestParam(defaultValue = "spreadsheet") String kind,
			@RequestHeader(name = "Accept", defaultValue = "*/*") String accept, Actor actor,
			HttpServletResponse response) throws IOException {
		boolean table = AcceptedType.choose(accept, "A batch comes", MediaType.APPLICATION_NDJSON_VALUE, "text/csv")
			.equals("text/csv");
		Format format = table ? format(kind) : Format.NDJSON;
		Body batch = JsonBody.read(request, Body.class, (body) -> body.each().faults());
		ProfileQuery people = people(batch.audience());
		List<DecisionEngine.RequestedScope> scopes = RequestedScopes.of(batch.each(), this.catalogue.now());
		this.download.send(people, batch.each(), scopes, format, actor, response);
	}

	private static Format format(String kind) {
		return switch (kind) {
			case "spreadsheet" -> Format.SPREADSHEET;
			case "plain" -> Format.PLAIN;
			default -> throw ProblemException.of(HttpStatus.BAD_REQUEST, "kind is spreadsheet or plain.");
		};
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
					"The audience cannot be evaluated, so nobody can be said to be in it.",
					List.of(new ProblemException.Fault("/audience", "cannot be evaluated any more")), Map.of());
		}
		return ProfileQuery
			.parse("condition=" + URLEncoder.encode(ConditionJson.write(membership), StandardCharsets.UTF_8));
	}

}
