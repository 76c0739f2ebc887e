package dev.sayso.decision.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.account.token.BrowserCall;
import dev.sayso.decision.DecisionEngine;
import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.DecisionResult;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveScope;
import dev.sayso.decision.LiveSnapshot;
import dev.sayso.decision.MakeDecision;
import dev.sayso.decision.ScopeResult;
import dev.sayso.shared.Sha256;
import dev.sayso.shared.SpellingSuggestion;
import dev.sayso.shared.api.FlagFailure;
import dev.sayso.shared.api.FlagFailure.Code;

/**
 * Scopes of decisions as feature flags, by OpenFeature's remote evaluation protocol: a
 * flag is {@code decision.placement}, and the decision's key alone for its first scope.
 */
@RestController
@RequestMapping(path = "/ofrep/v1/evaluate/flags", consumes = MediaType.ALL_VALUE,
		produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Flags",
		description = "Scope decisions, or a browser token. OpenFeature's remote evaluation protocol (OFREP).")
class OfrepApi {

	private final LiveCatalogue catalogue;

	private final MakeDecision decision;

	private final DecisionDocuments documents;

	private final EventStreams streams;

	private final OfrepContextParser contexts;

	private final Clock clock;

	OfrepApi(LiveCatalogue catalogue, MakeDecision decision, DecisionDocuments documents, EventStreams streams,
			OfrepContextParser contexts, Clock clock) {
		this.streams = streams;
		this.catalogue = catalogue;
		this.decision = decision;
		this.documents = documents;
		this.contexts = contexts;
		this.clock = clock;
	}

	@Schema(name = "FlagEvaluations")
	record Bulk(List<FlagEvaluation> flags,
			@Schema(description = "Where the provider is told of changes.") List<EventStream> eventStreams) {

	}

	@PostMapping("/{key}")
	@Operation(operationId = "evaluateFlag", summary = "One flag: a scope of a decision",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							schema = @Schema(implementation = OfrepContextParser.Body.class))),
			responses = {
					@ApiResponse(responseCode = "200", description = "Its value",
							content = @Content(mediaType = "application/json",
									schema = @Schema(implementation = FlagEvaluation.class))),
					@ApiResponse(responseCode = "400", description = "The context cannot be read",
							content = @Content(mediaType = "application/json",
									schema = @Schema(implementation = FlagFailure.class))),
					@ApiResponse(responseCode = "404", description = "No decision has this key",
							content = @Content(mediaType = "application/json",
									schema = @Schema(implementation = FlagFailure.class))) })
	ResponseEntity<Object> one(@PathVariable String key, HttpServletRequest request) {
		LiveSnapshot snapshot = this.catalogue.now();
		DecisionEngine.RequestedScope scope = flag(snapshot, key);
		if (scope == null) {
			return refuse(key, unknown(snapshot, key));
		}
		try {
			DecisionRequest asked = this.contexts.single(request);
			DecisionResult result = this.decision.decide(asked, List.of(scope));
			DecisionResult.Proposition answer = result.propositions().get(0);
			return ResponseEntity.ok(FlagEvaluation.of(key, answer.result(), result.profile(),
					asked.dryRun() ? null : answer.id(), this.documents));
		}
		catch (OfrepFailure ex) {
			return refuse(key, ex);
		}
	}

	@PostMapping
	@Operation(operationId = "evaluateFlags", summary = "All flags of decisions that are live",
			description = "Counts no decision before a display is told of one's metadata.proposition. With If-None-Match,"
					+ " 304 where nothing changed for the person.",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							schema = @Schema(implementation = OfrepContextParser.Body.class))),
			responses = {
					@ApiResponse(responseCode = "200", description = "Their values",
							content = @Content(mediaType = "application/json",
									schema = @Schema(implementation = Bulk.class))),
					@ApiResponse(responseCode = "304", description = "As in If-None-Match", content = @Content),
					@ApiResponse(responseCode = "400", description = "The context cannot be read",
							content = @Content(mediaType = "application/json",
									schema = @Schema(implementation = FlagFailure.class))) })
	ResponseEntity<Object> all(HttpServletRequest request,
			@RequestHeader(name = "If-None-Match", required = false) @Nullable String known,
			@Parameter(description = "What a stream said, which changes nothing here.") @RequestParam(
					required = false) @Nullable String flagConfigEtag,
			@Parameter(description = "The same.") @RequestParam(
					required = false) @Nullable String flagConfigLastModified) {
		try {
			DecisionRequest asked = this.contexts.bulk(request);
			Map<String, DecisionEngine.RequestedScope> scopes = flags(this.catalogue.now(), this.clock.instant());
			MakeDecision.Look look = this.decision.look(asked, List.copyOf(scopes.values()));
			List<FlagEvaluation> flags = evaluate(scopes.keySet(), look);
			String tag = tag(this.documents.write(flags));
			boolean same = known != null && Arrays.stream(known.split(","))
				.map((value) -> value.strip().replaceFirst("^W/", ""))
				.anyMatch((value) -> value.equals(tag) || value.equals("*"));
			return same ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
					: ResponseEntity.ok()
						.eTag(tag)
						.contentType(MediaType.APPLICATION_JSON)
						.body(new Bulk((BrowserCall.of(request) == BrowserCall.BEYOND) ? flags : named(flags, look),
								List.of(this.streams.locate(look.profile()))));
		}
		catch (OfrepFailure ex) {
			return refuse(null, ex);
		}
	}

	private List<FlagEvaluation> evaluate(Collection<String> keys, MakeDecision.Look look) {
		Iterator<ScopeResult> results = look.results().iterator();
		return keys.stream()
			.map((key) -> FlagEvaluation.of(key, results.next(), look.profile(), null, this.documents))
			.toList();
	}

	/** The same, each with its proposition, which is another each time. */
	private List<FlagEvaluation> named(List<FlagEvaluation> flags, MakeDecision.Look look) {
		Map<ScopeResult, String> names = this.documents.seal(look);
		Iterator<ScopeResult> results = look.results().iterator();
		return flags.stream().map((flag) -> flag.named(names.get(results.next()))).toList();
	}

	private static ResponseEntity<Object> refuse(@Nullable String key, OfrepFailure failure) {
		return ResponseEntity
			.status((failure.code() == Code.FLAG_NOT_FOUND) ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST)
			.contentType(MediaType.APPLICATION_JSON)
			.body(new FlagFailure(key, failure.code(), failure.getMessage()));
	}

	private static String tag(byte[] body) {
		return '"' + Sha256.hex(body).substring(0, 32) + '"';
	}

	/**
	 * The scope that a flag's key names; null where there is none. One item is all that a
	 * flag holds.
	 */
	private static DecisionEngine.@Nullable RequestedScope flag(LiveSnapshot snapshot, String key) {
		int dot = key.indexOf('.');
		LiveDecision decision = snapshot.decision((dot < 0) ? key : key.substring(0, dot));
		LiveScope scope = (decision != null) ? decision.flags().get(key) : null;
		return (decision != null && scope != null) ? new DecisionEngine.RequestedScope(decision, scope, 1) : null;
	}

	/**
	 * Names the keys near one that nothing has: those of its decision, else what is most
	 * like it.
	 */
	private static OfrepFailure unknown(LiveSnapshot snapshot, String key) {
		LiveDecision decision = snapshot.decision(key.replaceFirst("[.].*", ""));
		List<String> near = (decision != null) ? decision.flags().keySet().stream().limit(5).toList()
				: SpellingSuggestion.near(key,
						snapshot.decisions()
							.values()
							.stream()
							.flatMap((other) -> other.flags().keySet().stream())
							.toList());
		return new OfrepFailure(Code.FLAG_NOT_FOUND,
				"No decision has this key." + (near.isEmpty() ? "" : " Near it: " + String.join(", ", near) + "."));
	}

	/** Those of all decisions that hold, by key. */
	private static Map<String, DecisionEngine.RequestedScope> flags(LiveSnapshot snapshot, Instant now) {
		Map<String, DecisionEngine.RequestedScope> flags = new TreeMap<>();
		snapshot.decisions()
			.values()
			.stream()
			.filter((decision) -> decision.holds(now))
			.forEach((decision) -> decision.flags()
				.forEach((key, scope) -> flags.put(key, new DecisionEngine.RequestedScope(decision, scope, 1))));
		return flags;
	}

}
