package dev.sayso.decision.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.person.ProfileLookup;

/**
 * Hands a website's server the key of whoever is signed in there.
 */
@RestController
@Tag(name = "Flags")
class SubjectKeysApi {

	private final ProfileLookup people;

	private final SubjectKeys keys;

	SubjectKeysApi(ProfileLookup people, SubjectKeys keys) {
		this.people = people;
		this.keys = keys;
	}

	@PostMapping(path = "/api/v1/profiles/{id}/subject-keys", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "createSubjectKey", summary = "Make a key by which a web page may ask for one person",
			description = "Scope decisions. The website's server asks for it for whoever is signed in there; the page hands it"
					+ " over as targetingKey, with a browser token. It holds for a day at most, and nothing is kept of it.",
			responses = { @ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true),
					@ApiResponse(responseCode = "404", description = "There is nobody of this name",
							content = @Content) })
	ResponseEntity<SubjectKeys.SubjectKey> make(@PathVariable String id) {
		return ResponseEntity.status(HttpStatus.CREATED)
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(this.keys.make(this.people.find(id).id()));
	}

}
