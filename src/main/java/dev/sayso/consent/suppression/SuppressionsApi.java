package dev.sayso.consent.suppression;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.Grounds;
import dev.sayso.consent.suppression.Suppression.Kind;
import dev.sayso.person.Origin;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.api.ApiCursor;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.PlainText;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Suppressed addresses over HTTP.
 */
@RestController
@RequestMapping(path = "/api/v1/suppressions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Suppressions",
		description = "Scope suppressions; lifting a no that is kept takes the scope lift as well, a reason and evidence.")
class SuppressionsApi {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final int MOST = 10_000;

	private static final String MANY = """
			[{"channel":"email","address":"camille@posteo.example","reason":"hard-bounce"},
			{"channel":"sms","address":"+33639981245","reason":"manual","until":"2099-12-31T00:00:00Z"}]""";

	private final Suppressions suppressions;

	private final SuppressionList list;

	private final RecordSuppression record;

	private final Clock clock;

	SuppressionsApi(Suppressions suppressions, SuppressionList list, RecordSuppression record, Clock clock) {
		this.suppressions = suppressions;
		this.list = list;
		this.record = record;
		this.clock = clock;
	}

	/** A suppression as the API shows it; the address is nowhere kept. */
	@Schema(name = "Suppression")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(UUID id, String channel, @Schema(
			description = "As above, or kept-say: the no of someone erased, or of an address that nobody had.") String reason,
			@Schema(description = "Whether nothing arrives there; else a no is kept, which lets pass what is no marketing.") boolean undeliverable,
			@Schema(description = "Of a no, when it was said last.") Instant since,
			@Schema(description = "When it ends by itself.") @Nullable Instant until) {

		static Item of(Suppression suppression) {
			return new Item(suppression.id(), suppression.channel().key(), suppression.reason().key(),
					suppression.kind() == Kind.UNDELIVERABLE, suppression.since(), suppression.until());
		}

	}

	/** What became of an array, in its order. */
	@Schema(name = "SuppressionsAnswered")
	record Many(List<Item> items) {

	}

	/** Why an address may be used again. */
	@Schema(name = "SuppressionLifted")
	record Lift(@PlainText @Size(max = 255, message = "is longer than 255 characters") @Nullable String reason,
			@Schema(description = "What proves it.", example = "signed form 12") @PlainText @Size(max = 4000,
					message = "is longer than 4000 characters") @Nullable String evidence) {

		List<Fault> missing() {
			List<Fault> faults = new ArrayList<>();
			if (this.evidence == null || this.evidence.isBlank()) {
				faults.add(new Fault("/evidence", "is missing"));
			}
			if (this.reason == null || this.reason.isBlank()) {
				faults.add(new Fault("/reason", "is missing"));
			}
			return faults;
		}

	}

	@GetMapping
	@Operation(operationId = "listSuppressions", summary = "What is suppressed, newest first",
			description = "With channel and address what suppresses that one: nothing, an address that does not arrive, a"
					+ " no that is kept, or both.")
	ApiCursor.Page<Item> list(@RequestParam(required = false) @Nullable String channel,
			@RequestParam(required = false) @Nullable String address, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) {
		int most = ApiCursor.limit(limit);
		UUID before = ApiCursor.position(cursor, (position) -> Ids.parse(position).orElseThrow());
		Channel on = (channel == null) ? null : Channel.of(channel)
			.orElseThrow(() -> ProblemException.of(HttpStatus.BAD_REQUEST, "There is no channel of this name."));
		SuppressionList.Query query = new SuppressionList.Query(on, null, true,
				(address != null) ? addresses(on, address) : null);
		return ApiCursor.page(this.list.find(query, before, most + 1), most, (row) -> row.stands().id().toString(),
				(row) -> Item.of(row.stands()));
	}

	private static Map<Channel, String> addresses(@Nullable Channel channel, String address) {
		if (channel == null) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "address needs a channel.");
		}
		String normal = AddressText.normalize(channel, address, AddressText.NOWHERE);
		if (normal == null) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "address is no full address on this channel.");
		}
		return Map.of(channel, normal);
	}

	@PostMapping(consumes = MediaType.ALL_VALUE)
	@Operation(operationId = "suppress", summary = "Suppress up to 10,000 addresses",
			description = "201 where one of them was not suppressed, 200 where all stand already. An array is answered by"
					+ " items in its order; an object instead of it is one address, answered by what suppresses that. A no needs little: where channel and address can be read, the address is suppressed"
					+ " whatever else is wrong with it, and taken names it above the errors.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							array = @ArraySchema(schema = @Schema(implementation = SuppressionBody.class)),
							examples = @ExampleObject(MANY))),
			responses = {
					@ApiResponse(responseCode = "201", description = "Suppressed from now",
							content = @Content(mediaType = "application/json",
									schema = @Schema(oneOf = { Item.class, Many.class }))),
					@ApiResponse(responseCode = "200", description = "Stands already",
							content = @Content(mediaType = "application/json",
									schema = @Schema(oneOf = { Item.class, Many.class }))) })
	ResponseEntity<?> add(HttpServletRequest request, Actor actor) {
		JsonNode body = JsonBody.parse(JsonBody.bytes(request), MAPPER::readTree);
		boolean many = body.isArray();
		if (many && body.size() > MOST) {
			throw ProblemException.faulty(List.of(new Fault("", "has more than 10000 items")));
		}
		Instant now = this.clock.instant();
		List<Fault> faults = new ArrayList<>();
		List<String> taken = new ArrayList<>();
		List<RecordSuppression.Outcome> outcomes = new ArrayList<>();
		int place = 0;
		for (JsonNode each : many ? body.values() : List.of(body)) {
			String pointer = many ? "/" + place++ : "";
			SuppressionBody.Stated stated = SuppressionBody.read(each, actor, now);
			stated.faults().forEach((fault) -> faults.add(fault.within(pointer)));
			if (stated.address() != null && stated.suppression() != null) {
				outcomes.add(this.record.record(stated.address(), stated.suppression(), actor));
				taken.add(pointer);
			}
		}
		if (!faults.isEmpty()) {
			ProblemException refused = ProblemException.faulty(faults);
			throw taken.isEmpty() ? refused : refused.taking("The addresses that can be read are suppressed.", taken);
		}
		boolean fresh = outcomes.stream().anyMatch(RecordSuppression.Outcome::fresh);
		List<Item> items = outcomes.stream().map((outcome) -> Item.of(outcome.stands())).toList();
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK);
		return many ? answer.body(new Many(items))
				: answer.location(URI.create("/api/v1/suppressions/" + items.get(0).id())).body(items.get(0));
	}

	@GetMapping("/{id}")
	@Operation(operationId = "readSuppression", summary = "One suppression")
	Item one(@PathVariable String id) {
		return Item.of(find(id));
	}

	@DeleteMapping(path = "/{id}", consumes = MediaType.ALL_VALUE, produces = MediaType.ALL_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "liftSuppression", summary = "Let an address be used again, with a reason and evidence",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json", schema = @Schema(implementation = Lift.class))),
			responses = { @ApiResponse(responseCode = "204", description = "Lifted"), @ApiResponse(responseCode = "409",
					description = "own-no: a no is kept, and lifting it takes a reason, evidence and the scope lift",
					content = @Content) })
	void lift(@PathVariable String id, HttpServletRequest request, Actor actor, Authentication authentication) {
		Suppression suppression = find(id);
		boolean kept = suppression.kind() == Kind.KEPT_SAY;
		if (kept && !mayLift(authentication)) {
			throw ownNo(List.of());
		}
		Lift body = JsonBody.read(request, Lift.class);
		List<Fault> missing = body.missing();
		if (!missing.isEmpty()) {
			throw kept ? ownNo(missing) : ProblemException.faulty(missing);
		}
		this.record.lift(suppression, Origin.API, actor,
				new Grounds(body.reason(), Evidence.NONE.with("evidence", body.evidence())));
	}

	private static boolean mayLift(Authentication authentication) {
		return authentication.getAuthorities().stream().anyMatch((scope) -> "SCOPE_lift".equals(scope.getAuthority()));
	}

	private static ProblemException ownNo(List<Fault> faults) {
		return ProblemException.conflict("own-no",
				"A no is kept for this address (own-no): lifting it takes a reason, evidence and a token with the scope lift.",
				faults, Map.of("code", "own-no"));
	}

	private Suppression find(String id) {
		return Ids.parse(id)
			.flatMap(this.suppressions::find)
			.orElseThrow(() -> new NotFoundException("suppression " + id));
	}

}
