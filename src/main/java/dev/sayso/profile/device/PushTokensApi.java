package dev.sayso.profile.device;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.person.Origin;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileLookup;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.api.ApiCursor;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.PlainText;

/**
 * The devices of a person that push messages can reach, over HTTP.
 */
@RestController
@RequestMapping(path = "/api/v1/profiles/{id}/push-tokens", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Push tokens", description = "Scope profiles. A no to push is stronger than any token.")
class PushTokensApi {

	private final ProfileLookup references;

	private final PushTokens tokens;

	PushTokensApi(ProfileLookup references, PushTokens tokens) {
		this.references = references;
		this.tokens = tokens;
	}

	/** A device as the API shows it. */
	@Schema(name = "PushToken")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(String token, @Nullable String platform, Instant registeredAt) {

		static Item of(PushToken token) {
			return new Item(token.token(), token.platform(), token.registeredAt());
		}

	}

	/** A device that registers. */
	@Schema(name = "PushTokenRegistered")
	record Body(@Schema(description = "As the push service gave it to the device.") @NotBlank(
			message = "is missing") @PlainText @Size(max = 500, message = "is longer than 500 characters") String token,
			@Schema(description = "What the device is, for whoever reads the list.",
					example = "android") @PlainText @Size(max = 20,
							message = "is longer than 20 characters") @Nullable String platform) {

	}

	@GetMapping
	@Operation(operationId = "listPushTokens",
			summary = "Somebody's devices, that which push messages go to first, the others by when they registered last")
	ApiCursor.Page<Item> list(@PathVariable String id) {
		return new ApiCursor.Page<>(this.tokens.find(this.references.find(id)).stream().map(Item::of).toList(), null);
	}

	@PutMapping(consumes = MediaType.ALL_VALUE)
	@Operation(operationId = "registerPushToken", summary = "Register a device, or again",
			description = "It becomes the person's address for push (pushToken of the profile). Fifty devices of one person"
					+ " are known; those that registered first go.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json", schema = @Schema(implementation = Body.class),
							examples = @ExampleObject("""
									{"token":"fcm-cXkP0d3kq1","platform":"android"}"""))),
			responses = { @ApiResponse(responseCode = "201", description = "Registered", useReturnTypeSchema = true),
					@ApiResponse(responseCode = "200", description = "Registered again", useReturnTypeSchema = true) })
	ResponseEntity<Item> register(@PathVariable String id, HttpServletRequest request, Actor actor) {
		ProfileId profile = this.references.find(id).id();
		Body body = JsonBody.read(request, Body.class);
		boolean fresh = this.tokens.register(profile, body.token().strip(), body.platform(), by(actor));
		Profile after = this.references.find(profile.toString());
		return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK)
			.body(Item.of(this.tokens.find(after).get(0)));
	}

	@DeleteMapping(produces = MediaType.ALL_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "removePushToken", summary = "Remove a device, known or not",
			description = "The device that registered before it becomes the person's address for push.")
	void remove(@PathVariable String id, @Parameter(description = "The whole token.") @RequestParam String token,
			Actor actor) {
		this.tokens.remove(this.references.find(id).id(), token.strip(), by(actor));
	}

	private static ProfileEditor by(Actor token) {
		return new ProfileEditor(Origin.API, token, null);
	}

}
