package dev.sayso.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.person.ProfileLookup;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.api.ApiCursor;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.PlainText;
import dev.sayso.shared.api.ProblemException;

/**
 * What a person subscribes to, over HTTP.
 */
@RestController
@RequestMapping(path = "/api/v1/profiles/{id}/subscriptions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Subscriptions",
		description = "Scope profiles; who unsubscribed themself comes back with evidence and the scope lift.")
class SubscriptionsApi {

	private static final Body NOTHING = new Body(null, null, null, null);

	private final ProfileLookup references;

	private final Services services;

	private final Subscriptions subscriptions;

	private final RecordSubscription record;

	SubscriptionsApi(ProfileLookup references, Services services, Subscriptions subscriptions,
			RecordSubscription record) {
		this.references = references;
		this.services = services;
		this.subscriptions = subscriptions;
		this.record = record;
	}

	/** A subscription as the API shows it. */
	@Schema(name = "Subscription")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(@Schema(description = "The key of the service.") String service,
			@Schema(description = "subscribed, pending, unsubscribed or ended.") String state, Instant since,
			@Schema(description = "When it ends by itself.") @Nullable Instant until, @Nullable String frequency,
			@Schema(description = "Who said so: subject, operator, import, api or system.") String origin) {

		static Item of(Subscription subscription) {
			return new Item(subscription.service(), subscription.state().key(), subscription.since(),
					subscription.until(), subscription.frequency(), subscription.origin().key());
		}

	}

	/** What is said besides in or out. */
	@Schema(name = "SubscriptionWanted")
	record Body(@Schema(
			description = "The key of one of the service's; without it what stands, else the usual one.") @Nullable String frequency,
			@Schema(description = "What proves it.", example = "signed form 12") @PlainText @Size(max = 4000,
					message = "is longer than 4000 characters") @Nullable String evidence,
			@PlainText @Size(max = 255, message = "is longer than 255 characters") @Nullable String reason,
			@Schema(description = "person where unsubscribing is the person's own say, else operator.") @Pattern(
					regexp = "person|operator", message = "is not one of person, operator") @Nullable String by) {

		Evidence proof() {
			return Evidence.NONE.with("evidence", this.evidence);
		}

	}

	@GetMapping
	@Operation(operationId = "listSubscriptions", summary = "What somebody subscribes to, or did")
	ApiCursor.Page<Item> list(@PathVariable String id) {
		return new ApiCursor.Page<>(this.subscriptions.find(this.references.find(id).id())
			.byService()
			.values()
			.stream()
			.map(Item::of)
			.toList(), null);
	}

	@PutMapping(path = "/{service}", consumes = MediaType.ALL_VALUE)
	@Operation(operationId = "subscribe", summary = "Subscribe somebody to a service",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json", schema = @Schema(implementation = Body.class))),
			responses = {
					@ApiResponse(responseCode = "200", description = "The subscription", useReturnTypeSchema = true),
					@ApiResponse(responseCode = "409",
							description = "own-no: they unsubscribed themself, so it takes evidence and the scope lift;"
									+ " service-closed: the service takes nobody new",
							content = @Content) })
	Item subscribe(@PathVariable String id, @PathVariable String service, HttpServletRequest request, Actor actor,
			Authentication authentication) {
		ProfileId profile = this.references.find(id).id();
		String key = this.services.get(service).slug();
		Body body = read(request);
		SubscriptionOutcome outcome = this.record.record(profile,
				Declaration.byApi(actor, mayLift(authentication), List.of(), body.proof(), false),
				SubscriptionStatement.in(key, body.frequency(), body.reason()));
		switch (outcome.kind()) {
			case OWN_NO -> throw ProblemException.conflict("own-no",
					"They unsubscribed themself (own-no): coming back takes evidence and a token with the scope lift.",
					List.of(new ProblemException.Fault("", "is the person's own no")), Map.of("code", "own-no"));
			case CLOSED ->
				throw ProblemException.conflict("service-closed", "The service takes nobody new.", List.of(), Map.of());
			case UNKNOWN_FREQUENCY -> throw ProblemException
				.faulty(List.of(new ProblemException.Fault("/frequency", "is not one of this service")));
			case CHANGED, STANDS, OUTDATED, KEPT_OUT -> {
			}
		}
		return Item.of(this.subscriptions.find(profile, key).orElseThrow());
	}

	@DeleteMapping(path = "/{service}", consumes = MediaType.ALL_VALUE, produces = MediaType.ALL_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "unsubscribe", summary = "Unsubscribe somebody from a service",
			description = "Needs no body. With one, by says whether it is the person's own say. It is taken whatever is"
					+ " wrong with the body; then it counts as the person's own.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = false,
					content = @Content(mediaType = "application/json", schema = @Schema(implementation = Body.class))))
	void unsubscribe(@PathVariable String id, @PathVariable String service, HttpServletRequest request, Actor actor) {
		ProfileId profile = this.references.find(id).id();
		String key = this.services.get(service).slug();
		try {
			Body body = read(request);
			this.record.record(profile,
					Declaration.byApi(actor, false, List.of(), body.proof(), "person".equals(body.by())),
					SubscriptionStatement.out(key, body.reason()));
		}
		catch (ProblemException ex) {
			this.record.record(profile, Declaration.byApi(actor, false, List.of(), Evidence.NONE, true),
					SubscriptionStatement.out(key, null));
			throw ex.taking("They were unsubscribed as by themself, since nobody can tell by whom it is.", List.of(""));
		}
	}

	/** What comes with no body says nothing more. */
	private static Body read(HttpServletRequest request) {
		boolean empty = request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
		return empty ? NOTHING : JsonBody.read(request, Body.class);
	}

	private static boolean mayLift(Authentication authentication) {
		return authentication.getAuthorities().stream().anyMatch((scope) -> "SCOPE_lift".equals(scope.getAuthority()));
	}

}
