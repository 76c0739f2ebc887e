package dev.sayso.consent.card;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.EffectiveChoice;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.status.ContactStatus;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileLookup;
import dev.sayso.shared.Actor;

/**
 * A person's say over HTTP, in XDM's shape.
 */
@RestController
@RequestMapping(path = "/api/v1/profiles/{id}/consents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Consents",
		description = "Scope profiles; lifting a person's own no, or ending their own pause, takes the scope lift, a reason"
				+ " and evidence.")
class ConsentsApi {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final String EXPLICIT = """
			{"marketing":{"any":{"val":"u"},"email":{"val":"n","time":"2026-03-03T20:47:12Z","reason":"too many messages"}},
			"personalize":{"content":{"val":"y","time":"2026-02-01T09:00:00Z"}},
			"pause":{"any":{"until":"2027-01-10","time":"2026-03-03T20:47:12Z"}},"metadata":{"time":"2026-03-03T20:47:12Z"}}""";

	private static final String EFFECTIVE = """
			{"marketing":{"any":{"val":"dy","allows":true,"because":"default"},
			"email":{"val":"n","allows":false,"because":"explicit"},
			"sms":{"val":"n","allows":false,"because":"shared","profile":"01890a5d-ac96-774b-bcce-b302099a8057"}},
			"tracking":{"opens":{"val":"u","allows":false,"because":"default","tracking":"anonymous"}}}""";

	private static final String NO = """
			{"marketing":{"email":{"val":"n","time":"2026-03-03T20:47:12Z","reason":"too many messages"}},"by":"person"}""";

	private static final String LIFT = """
			{"marketing":{"email":{"val":"y","reason":"asked at the shop"}},"evidence":"signed form 12"}""";

	private final ProfileLookup references;

	private final Says says;

	private final ConsentsPatch patch;

	private final ContactStatuses statuses;

	private final Clock clock;

	ConsentsApi(ProfileLookup references, Says says, ConsentsPatch patch, ContactStatuses statuses, Clock clock) {
		this.references = references;
		this.says = says;
		this.patch = patch;
		this.statuses = statuses;
		this.clock = clock;
	}

	@GetMapping
	@Operation(operationId = "readConsents", summary = "What somebody said; with effective=true what holds, and why",
			description = "With effective=true each purpose has val, allows and because: explicit, any, default, or"
					+ " shared, the no of the profile that profile names, which has the same address, or without"
					+ " profile one that is kept for the address. Of tracking also what may be measured: identify, anonymous"
					+ " or none; u by default is anonymous.",
			responses = { @ApiResponse(responseCode = "200", description = "The consents object",
					content = @Content(mediaType = "application/json", schema = @Schema(ref = ConsentsSchema.CONSENTS),
							examples = { @ExampleObject(name = "explicit", value = EXPLICIT),
									@ExampleObject(name = "effective", value = EFFECTIVE) })) })
	ResponseEntity<?> show(@PathVariable String id, @RequestParam(defaultValue = "false") boolean effective) {
		Profile profile = this.references.find(id);
		return effective ? ResponseEntity.ok(effective(this.statuses.find(profile), this.clock.instant()))
				: explicit(this.says.get(profile.id()));
	}

	@PatchMapping(consumes = MediaType.ALL_VALUE)
	@Operation(operationId = "recordConsents",
			summary = "Record what somebody says: a merge patch (RFC 7396) of the consents object",
			description = "Beside the purposes: by (person where the say is the person's own, else operator), evidence"
					+ " and reason, which stands for each purpose that has none of its own. time is when it was said."
					+ " pause is no marketing until a day, through its end where the person lives, a year at most: for any"
					+ " or a channel; it ends by itself and changes no choice, and null ends it. Ending or shortening the"
					+ " person's own takes what lifting their no takes."
					+ " Noes and pauses that begin are taken whatever else is wrong with the body; taken then names them. Where by cannot be"
					+ " read, they count as the person's own.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/merge-patch+json",
							schema = @Schema(ref = ConsentsSchema.PATCH),
							examples = { @ExampleObject(name = "no", value = NO),
									@ExampleObject(name = "lift", value = LIFT) })),
			responses = { @ApiResponse(responseCode = "200", description = "What somebody says now",
					content = @Content(mediaType = "application/json", schema = @Schema(ref = ConsentsSchema.CONSENTS),
							examples = @ExampleObject(EXPLICIT))),
					@ApiResponse(responseCode = "409",
							description = "own-no: lifting it takes a reason, evidence and the scope lift",
							content = @Content) })
	ResponseEntity<?> patch(@PathVariable String id, HttpServletRequest request, Actor actor,
			Authentication authentication, @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
		return explicit(this.patch.patch(id, LenientBody.read(request), actor, mayLift(authentication), match));
	}

	private static boolean mayLift(Authentication authentication) {
		return authentication.getAuthorities().stream().anyMatch((scope) -> "SCOPE_lift".equals(scope.getAuthority()));
	}

	private ResponseEntity<?> explicit(Say say) {
		return ResponseEntity.ok()
			.eTag(this.patch.tag(say))
			.body(explicit(say, this.patch.extras(say), this.clock.instant()));
	}

	/** What was said explicitly, and beside it what XDM defines and Sayso only keeps. */
	private static ObjectNode explicit(Say say, ObjectNode extras, Instant now) {
		ObjectNode document = extras.deepCopy();
		for (Consent consent : say.consents().values()) {
			ObjectNode node = at(document, consent.purpose());
			node.put("val", consent.choice().value());
			node.put("time", consent.saidAt().toString());
			if (consent.reason() != null) {
				node.put("reason", consent.reason());
			}
		}
		PauseValues.write(say, now, document);
		Stream
			.concat(say.consents().values().stream().map(Consent::since),
					say.pauses().values().stream().filter((pause) -> pause.isRunning(now)).map(Pause::since))
			.max(Comparator.naturalOrder())
			.map(Instant::toString)
			.ifPresent((time) -> document.putObject("metadata").put("time", time));
		return document;
	}

	/**
	 * What holds for each purpose, and why: where the person themself says no no to a
	 * channel, that of somebody with the same address, or one that is kept for it.
	 */
	private static ObjectNode effective(ContactStatus status, Instant now) {
		ObjectNode document = MAPPER.createObjectNode();
		for (Purpose purpose : Purpose.values()) {
			EffectiveChoice own = status.say().effective(purpose, status.defaults());
			boolean saysNo = own.consent() != null && own.choice() == Choice.NO;
			Optional<ContactStatus.SharedNo> shared = saysNo ? Optional.empty()
					: purpose.channel().flatMap((channel) -> status.sharedNoes(channel).stream().findFirst());
			ObjectNode node = at(document, purpose);
			boolean stopped = shared.isPresent()
					|| (!saysNo && purpose.channel().filter((channel) -> status.keepsNo(channel, now)).isPresent());
			node.put("val", stopped ? Choice.NO.value() : own.choice().value());
			node.put("allows", !stopped && own.allows());
			node.put("because", stopped ? "shared" : own.because().key());
			if (purpose.isTracking()) {
				node.put("tracking", status.say().tracking(purpose, status.defaults()).key());
			}
			shared.ifPresent((no) -> node.put("profile", no.sharer().profile().toString()));
		}
		PauseValues.write(status.say(), now, document);
		return document;
	}

	private static ObjectNode at(ObjectNode document, Purpose purpose) {
		ObjectNode node = document;
		for (String part : purpose.key().split("\\.")) {
			node = (node.get(part) instanceof ObjectNode there) ? there : node.putObject(part);
		}
		return node;
	}

}
