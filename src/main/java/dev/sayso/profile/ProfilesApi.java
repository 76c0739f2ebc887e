package dev.sayso.profile;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.person.AttributeValues;
import dev.sayso.person.Attributes;
import dev.sayso.person.Details;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.person.Origin;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.person.ProfileLookup;
import dev.sayso.profile.ProfileBody.Edit;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.api.ApiCursor;
import dev.sayso.shared.api.IfMatch;
import dev.sayso.shared.api.ProblemException;

@RestController
@RequestMapping(path = "/api/v1/profiles", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Profiles",
		description = "Scope profiles. Wherever an id is taken, externalId:…, email:… and mobile:… are too.")
class ProfilesApi {

	private final ProfileLookup references;

	private final ProfilePages pages;

	private final ProfileManagement management;

	private final EraseProfile erase;

	private final AttributeValues values;

	private final Attributes attributes;

	private final DetailsDrafts drafts;

	ProfilesApi(ProfileLookup references, ProfilePages pages, ProfileManagement management, EraseProfile erase,
			AttributeValues values, Attributes attributes, DetailsDrafts drafts) {
		this.references = references;
		this.pages = pages;
		this.management = management;
		this.erase = erase;
		this.values = values;
		this.attributes = attributes;
		this.drafts = drafts;
	}

	@GetMapping
	@Operation(operationId = "listProfiles", summary = "Find people by address, external id or part of a name")
	ApiCursor.Page<ProfileDocument> list(@RequestParam(required = false) @Nullable String email,
			@RequestParam(required = false) @Parameter(description = "E.164") @Nullable String mobile,
			@RequestParam(required = false) @Nullable String externalId,
			@RequestParam(required = false) @Nullable String q, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) {
		List<Profile> profiles = this.pages.find(new ProfilePages.Terms(email, mobile, externalId, q),
				ApiCursor.position(cursor, UUID::fromString), ApiCursor.limit(limit) + 1);
		Map<ProfileId, Map<String, Object>> values = this.values.find(profiles.stream().map(Profile::id).toList());
		return ApiCursor.page(profiles, limit, (profile) -> profile.id().toString(),
				(profile) -> ProfileDocument.of(profile, values.getOrDefault(profile.id(), Map.of())));
	}

	@PostMapping(consumes = MediaType.ALL_VALUE)
	@Operation(operationId = "createProfile", summary = "Create somebody",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							schema = @Schema(implementation = ProfileDocument.class))))
	@ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
	ResponseEntity<ProfileDocument> create(HttpServletRequest request, Actor actor) {
		Edit edit = read(request, Details.NONE, Map.of());
		Profile created = unique(() -> this.management.create(edit.details(), edit.values(), by(actor)));
		return ResponseEntity.created(URI.create("/api/v1/profiles/" + created.id()))
			.eTag(tag(created))
			.body(ProfileDocument.of(created, edit.values()));
	}

	@GetMapping("/{id}")
	@Operation(operationId = "readProfile", summary = "Read somebody")
	ResponseEntity<ProfileDocument> show(@PathVariable String id) {
		return answer(this.references.findWithValues(id));
	}

	@PatchMapping(path = "/{id}", consumes = MediaType.ALL_VALUE)
	@Operation(operationId = "patchProfile",
			summary = "Change somebody by a merge patch (RFC 7396); If-Match guards against a stale edit",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/merge-patch+json",
							schema = @Schema(implementation = ProfileDocument.class))))
	ResponseEntity<ProfileDocument> patch(@PathVariable String id, HttpServletRequest request, Actor actor,
			@RequestHeader(name = "If-Match", required = false) @Nullable String match) {
		Profile before = this.references.find(id);
		IfMatch.check(match, tag(before));
		Edit edit = read(request, before.details(), this.values.find(before.id()));
		Profile edited = unique(
				() -> this.management.edit(before.id(), before.version(), edit.details(), edit.values(), by(actor)));
		return answer(new ProfileLookup.WithValues(edited, this.values.find(edited.id())));
	}

	@DeleteMapping(path = "/{id}", produces = MediaType.ALL_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "eraseProfile",
			summary = "Erase somebody: their noes are kept for their addresses, all else goes")
	void erase(@PathVariable String id, Actor actor,
			@RequestHeader(name = "If-Match", required = false) @Nullable String match) {
		Profile profile = this.references.find(id);
		IfMatch.check(match, tag(profile));
		this.erase.erase(profile.id(), actor);
	}

	private static ResponseEntity<ProfileDocument> answer(ProfileLookup.WithValues found) {
		return ResponseEntity.ok().eTag(tag(found.profile())).body(ProfileDocument.of(found.profile(), found.values()));
	}

	private Edit read(HttpServletRequest request, Details details, Map<String, Object> values) {
		return ProfileBody.read(request, details, values, this.attributes.findAllByOrderByLabel(), this.drafts);
	}

	private static Profile unique(java.util.function.Supplier<Profile> act) {
		try {
			return act.get();
		}
		catch (DuplicateKeyException ex) {
			throw ProblemException.conflict("duplicate-external-id", "Another profile has this externalId.",
					List.of(new ProblemException.Fault("/externalId", "is taken")), Map.of());
		}
	}

	private static String tag(Profile profile) {
		return "\"" + profile.version() + "\"";
	}

	private static ProfileEditor by(Actor actor) {
		return new ProfileEditor(Origin.API, actor, null);
	}

}
