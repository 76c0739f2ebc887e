package dev.sayso.audience;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.exchange.ExportRequest;
import dev.sayso.exchange.ExportRequest.Format;
import dev.sayso.exchange.ProfileExport;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.api.AcceptedType;
import dev.sayso.shared.api.ApiCursor;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;

/**
 * The audiences over HTTP, with their conditions, sizes and members.
 */
@RestController
@RequestMapping(path = "/api/v1/audiences")
@Tag(name = "Audiences", description = "Scope audiences.")
class AudiencesApi {

	private final Audiences audiences;

	private final AudienceSizes sizes;

	private final ConditionCompiler conditions;

	private final MembershipLookup membership;

	private final ProfileExport export;

	private final ConditionMessages messages;

	private final ConsentSettings settings;

	AudiencesApi(Audiences audiences, AudienceSizes sizes, ConditionCompiler conditions, MembershipLookup membership,
			ProfileExport export, ConditionMessages messages, ConsentSettings settings) {
		this.audiences = audiences;
		this.sizes = sizes;
		this.conditions = conditions;
		this.membership = membership;
		this.export = export;
		this.messages = messages;
		this.settings = settings;
	}

	/**
	 * An audience as the API shows it.
	 *
	 * @param size how many are in it now; absent where that was not counted in time
	 * @param condition absent for a fixed list, and in lists of audiences
	 */
	@Schema(name = "Audience")
	record AudienceDocument(UUID id, String key, String name, String description, boolean archived, @Nullable Long size,
			@Nullable Object condition) {

	}

	@GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "listAudiences", summary = "The audiences, by key")
	ApiCursor.Page<AudienceDocument> list(@RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) {
		int most = ApiCursor.limit(limit);
		String after = ApiCursor.position(cursor, (position) -> position);
		AudienceSizes.Budget budget = this.sizes.begin();
		List<Audience> matches = this.audiences.findAllByOrderByName()
			.stream()
			.sorted(Comparator.comparing(Audience::slug))
			.filter((audience) -> after == null || audience.slug().compareTo(after) > 0)
			.limit(most + 1L)
			.toList();
		return ApiCursor.page(matches, most, Audience::slug, (audience) -> document(audience, budget, false));
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "readAudience", summary = "One audience, with its condition")
	AudienceDocument one(@PathVariable String id) {
		return document(this.audiences.get(id), this.sizes.begin(), true);
	}

	@GetMapping("/{id}/members")
	@Operation(operationId = "listMembers",
			summary = "Who is in it, each with whether they may be contacted, streaming",
			description = "As CSV, or as NDJSON with Accept: application/x-ndjson. With channel and contactable, "
					+ "only those who may (true) or may not (false) be contacted on it.",
			responses = @ApiResponse(responseCode = "200", description = "The members, as they are read",
					content = { @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")),
							@Content(mediaType = MediaType.APPLICATION_NDJSON_VALUE,
									schema = @Schema(type = "string", format = "binary")) }))
	void members(@PathVariable String id, @RequestParam(required = false) @Nullable String channel,
			@RequestParam(required = false) @Nullable Boolean contactable,
			@RequestHeader(name = "Accept", defaultValue = "*/*") String accept, Actor actor,
			HttpServletResponse response) throws IOException {
		Audience audience = this.audiences.get(id);
		check(audience);
		Format format = AcceptedType.choose(accept, "Members come", "text/csv", MediaType.APPLICATION_NDJSON_VALUE)
			.equals("text/csv") ? Format.PLAIN_CSV : Format.NDJSON;
		ExportRequest request = new ExportRequest(ProfileQuery.parse(AudienceActionsController.query(audience)), format,
				channel(channel, contactable), contactable, null);
		this.export.send(request, actor, response);
	}

	@PostMapping(path = "/{id}/membership", consumes = MediaType.ALL_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "checkMembership", summary = "Whether each of up to 10,000 named profiles is in it",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							schema = @Schema(implementation = MembershipLookup.Request.class))))
	MembershipLookup.Result membership(@PathVariable String id, HttpServletRequest request) {
		Audience audience = this.audiences.get(id);
		check(audience);
		return this.membership.find(audience,
				JsonBody.read(request, MembershipLookup.Request.class, MembershipLookup.Request::faults).profiles());
	}

	private AudienceDocument document(Audience audience, AudienceSizes.Budget budget, boolean whole) {
		Object condition = (whole && !audience.isList()) ? ConditionJson.tree(audience.definition()) : null;
		return new AudienceDocument(audience.id(), audience.slug(), audience.name(), audience.description(),
				audience.isArchived(), budget.size(audience), condition);
	}

	/**
	 * Refuses an audience whose condition is broken: it has no members, and must not look
	 * empty.
	 */
	private void check(Audience audience) {
		try {
			this.conditions.compile(audience.membership());
			this.conditions.compile(audience.definition());
		}
		catch (InvalidConditionException ex) {
			throw ProblemException.conflict("broken-audience",
					"The audience cannot be evaluated, so nobody can be said to be in it.", faults(ex), Map.of());
		}
	}

	/** What is wrong with the condition, in English whatever the console speaks. */
	private List<ProblemException.Fault> faults(InvalidConditionException ex) {
		return ex.faults()
			.stream()
			.map((fault) -> new ProblemException.Fault("/condition" + fault.pointer(),
					this.messages.fault(fault, Locale.ENGLISH)))
			.toList();
	}

	private @Nullable Channel channel(@Nullable String channel, @Nullable Boolean contactable) {
		if (channel == null) {
			if (contactable != null) {
				throw ProblemException.of(HttpStatus.BAD_REQUEST, "contactable needs a channel.");
			}
			return null;
		}
		return Channel.of(channel)
			.filter(this.settings.channelsInUse()::contains)
			.orElseThrow(() -> ProblemException.of(HttpStatus.BAD_REQUEST, "No channel of this name is in use."));
	}

}
