package dev.sayso.consent.card;

import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
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

import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.OwnRefusalException;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.ProfileReferences;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;

/**
 * A person's say over HTTP, in XDM's shape.
 */
@RestController
@RequestMapping(path = "/api/v1/profiles/{id}/consents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Consents",
		description = "Scope profiles; lifting a person's own no takes the scope lift, a reason and evidence.")
class ConsentsApi {

	private static final String EXAMPLE = """
			{"marketing":{"email":{"val":"n","time":"2026-03-03T20:47:12Z","reason":"too many messages"}}}""";

	private final ProfileReferences references;

	private final Says says;

	private final ConsentsPatch patch;

	private final ConsentSettings settings;

	ConsentsApi(ProfileReferences references, Says says, ConsentsPatch patch, ConsentSettings settings) {
		this.references = references;
		this.says = says;
		this.patch = patch;
		this.settings = settings;
	}

	@GetMapping
	@Operation(summary = "What somebody said; with effective=true what holds, and why")
	ResponseEntity<?> show(@PathVariable String id, @RequestParam(defaultValue = "false") boolean effective) {
		ProfileId profile = this.references.find(id).id();
		return effective
				? ResponseEntity.ok(ConsentsDocument.effective(this.says.of(profile), this.settings.defaults()))
				: explicit(profile);
	}

	@PatchMapping(consumes = MediaType.ALL_VALUE)
	@Operation(summary = "Record what somebody says: a merge patch (RFC 7396) of the consents object",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/merge-patch+json", examples = @ExampleObject(EXAMPLE))))
	ResponseEntity<?> patch(@PathVariable String id, HttpServletRequest request, Actor actor,
			Authentication authentication, @RequestHeader(name = "If-Match", required = false) @Nullable String match) {
		ProfileId profile = this.references.find(id).id();
		try {
			this.patch.patch(profile, JsonBody.read(request), actor, mayLift(authentication), match);
		}
		catch (OwnRefusalException ex) {
			throw ProblemException.conflict("own-no",
					"This is the person's own no (own-no): lifting it takes a reason, evidence and a token with the scope lift.",
					ex.purposes()
						.stream()
						.sorted()
						.map((purpose) -> new ProblemException.Fault("/" + purpose.key().replace('.', '/'),
								"is the person's own no"))
						.toList(),
					Map.of("code", "own-no"));
		}
		return explicit(profile);
	}

	private static boolean mayLift(Authentication authentication) {
		return authentication.getAuthorities().stream().anyMatch((scope) -> "SCOPE_lift".equals(scope.getAuthority()));
	}

	private ResponseEntity<?> explicit(ProfileId profile) {
		Say say = this.says.of(profile);
		ObjectNode extras = this.patch.extras(profile);
		return ResponseEntity.ok().eTag(ConsentsPatch.tag(say, extras)).body(ConsentsDocument.explicit(say, extras));
	}

}
