package dev.sayso.contact.receiver;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.contact.feed.SayChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.api.ApiCursor;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Receivers over HTTP: those that are told by webhooks, and what any of them has done.
 */
@RestController
@RequestMapping(path = "/api/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Webhooks",
		description = "Scope receivers. Messages are signed after Standard Webhooks: webhook-id, webhook-timestamp and"
				+ " webhook-signature (v1, HMAC-SHA256). They come at least once, in order for each person.")
class WebhooksApi {

	private static final String EXAMPLE = """
			{"name":"Mail tool","url":"https://hooks.hearth.example/sayso","channels":["email"],"hours":48}""";

	private final Receivers receivers;

	private final ReceiverManagement management;

	private final Acknowledgements acknowledgements;

	private final Deliveries deliveries;

	private final OutboundHosts hosts;

	WebhooksApi(Receivers receivers, ReceiverManagement management, Acknowledgements acknowledgements,
			Deliveries deliveries, OutboundHosts hosts) {
		this.receivers = receivers;
		this.management = management;
		this.acknowledgements = acknowledgements;
		this.deliveries = deliveries;
		this.hosts = hosts;
	}

	/** A webhook as it is sent. */
	@Schema(name = "NewWebhook")
	record Body(@Nullable String name, @Nullable String url, @Schema(
			description = "Those it is told of, besides what is about all; all where it is left out.") @Nullable List<String> channels,
			@Schema(description = "The time to obey a no, in hours; 48 where nothing is said.") @Nullable Integer hours,
			@Schema(description = "Instead of hours: business days of a country.") @Nullable Integer businessDays,
			@Schema(description = "Whose business days count, ISO 3166.") @Nullable String country,
			@Nullable Boolean paused) {

	}

	/** A webhook as the API shows it. */
	@Schema(name = "Webhook")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(UUID id, String name, @Schema(description = "Absent of one that fetches.") @Nullable String url,
			List<String> channels, @Nullable Integer hours, @Nullable Integer businessDays, @Nullable String country,
			@Schema(allowableValues = {
					"active", "paused", "disabled" }) String state,
			@Schema(description = "What signs, in the answer that makes it and never again.") @Nullable String secret){

		static Item of(Receiver receiver, @Nullable String secret) {
			return new Item(receiver.id(), receiver.name(), receiver.isWebhook() ? receiver.url() : null,
					Arrays.stream(receiver.channels().split(",")).filter((key) -> !key.isEmpty()).toList(),
					receiver.allowedHours(), receiver.allowedDays(),
					receiver.country().isEmpty() ? null : receiver.country(), receiver.state(), secret);
		}

	}

	/** One attempt to tell a change. */
	@Schema(name = "WebhookDelivery")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Sent(SayChange.Item change, @Schema(allowableValues = {
			"told", "fetched", "done", "retry", "behind", "failed" }) String state, int attempts,
			@Schema(description = "A status, or why there was none: time, connect, tls, dns, forbidden, broken.") @Nullable String answer,
			@Nullable String at, @Nullable String next){

		static Sent of(Deliveries.Delivery delivery) {
			return new Sent(delivery.change().item(), delivery.stage(), delivery.attempts(), delivery.answer(),
					(delivery.tried() != null) ? delivery.tried().toString() : null,
					(delivery.next() != null) ? delivery.next().toString() : null);
		}

	}

	/** What was done. */
	@Schema(name = "ChangesDone")
	record Done(@NotEmpty(message = "is missing") @Size(max = 10_000, message = "has more than 10000 items") @Schema(
			description = "Ids of changes.") List<@NotNull(message = "is null") String> changes) {

	}

	/** What came of it. */
	@Schema(name = "ChangesDoneAnswer")
	record DoneAnswer(@Schema(description = "How many were not known to be done.") int done) {

	}

	@GetMapping
	@Operation(operationId = "listWebhooks", summary = "All receivers, by name")
	ApiCursor.Page<Item> list() {
		return new ApiCursor.Page<>(
				this.receivers.findAllByOrderByName().stream().map((receiver) -> Item.of(receiver, null)).toList(),
				null);
	}

	@PostMapping(consumes = MediaType.ALL_VALUE)
	@Operation(operationId = "createWebhook", summary = "Have a system told of every change from now on",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json", schema = @Schema(implementation = Body.class),
							examples = @ExampleObject(EXAMPLE))),
			responses = @ApiResponse(responseCode = "201", description = "With its secret",
					content = @Content(mediaType = "application/json", schema = @Schema(implementation = Item.class))))
	ResponseEntity<Item> create(HttpServletRequest request, Actor actor) {
		Body body = JsonBody.read(request, Body.class, (sent) -> WebhookBody.faults(sent, null, this.hosts));
		if (this.receivers.existsByNameIgnoreCase(Objects.requireNonNull(body.name()))) {
			throw ProblemException.conflict("name-taken", "Another receiver has this name.", List.of(), Map.of());
		}
		if (this.receivers.count() >= TellReceivers.MOST) {
			throw ProblemException.of(HttpStatus.CONFLICT, "There are no more than 100 receivers.");
		}
		ReceiverManagement.Created created = this.management.create(WebhookBody.content(body, null), actor);
		if (Boolean.TRUE.equals(body.paused())) {
			this.management.pause(created.receiver(), true, actor);
		}
		return ResponseEntity.created(URI.create("/api/v1/webhooks/" + created.receiver().id()))
			.body(Item.of(this.receivers.get(created.receiver().id()), created.secret()));
	}

	@GetMapping("/{id}")
	@Operation(operationId = "readWebhook", summary = "One receiver")
	Item one(@PathVariable String id) {
		return Item.of(this.receivers.get(id), null);
	}

	@PatchMapping(path = "/{id}", consumes = MediaType.ALL_VALUE)
	@Operation(operationId = "patchWebhook",
			summary = "Change a webhook; paused false resumes one that was disabled too",
			description = "A merge patch (RFC 7396): null takes away what can be left out. Hours replace business days, and the other way round.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json", schema = @Schema(implementation = Body.class))))
	Item patch(@PathVariable String id, HttpServletRequest request, Actor actor) {
		Receiver receiver = this.receivers.get(id);
		Body body = WebhookBody.patched(request, receiver, this.hosts);
		Receiver saved = this.management.edit(receiver, WebhookBody.content(body, receiver), actor);
		if (body.paused() != null) {
			this.management.pause(saved, body.paused(), actor);
		}
		return Item.of(this.receivers.get(saved.id()), null);
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "deleteWebhook", summary = "Tell a receiver nothing more, and forget what it was told",
			responses = @ApiResponse(responseCode = "204", description = "It is gone"))
	void delete(@PathVariable String id, Actor actor) {
		this.management.delete(this.receivers.get(id), actor);
	}

	@GetMapping("/{id}/deliveries")
	@Operation(operationId = "listDeliveries", summary = "What was sent to it, newest first")
	ApiCursor.Page<Sent> deliveries(@PathVariable String id, @RequestParam(defaultValue = "false") boolean failed,
			@RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
		int most = ApiCursor.limit(limit);
		Long before = ApiCursor.position(cursor, Long::valueOf);
		return ApiCursor.page(this.deliveries.list(this.receivers.get(id), failed,
				(before != null) ? before : Long.MAX_VALUE, most + 1), most,
				(delivery) -> Long.toString(delivery.change().seq()), Sent::of);
	}

	@PostMapping(path = "/{id}/acknowledgements", consumes = MediaType.ALL_VALUE)
	@Operation(operationId = "acknowledgeChanges", summary = "Say that noes were obeyed",
			description = "404 with their places where some are none of its changes; then nothing is noted.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json", schema = @Schema(implementation = Done.class))))
	DoneAnswer done(@PathVariable String id, HttpServletRequest request, Actor actor) {
		Receiver receiver = this.receivers.get(id);
		Done body = JsonBody.read(request, Done.class);
		List<UUID> changes = body.changes().stream().flatMap((change) -> Ids.parse(change).stream()).toList();
		Set<String> unknown = this.acknowledgements.unknown(receiver, changes)
			.stream()
			.map(UUID::toString)
			.collect(Collectors.toSet());
		List<Fault> faults = new ArrayList<>();
		for (int place = 0; place < body.changes().size(); place++) {
			String change = body.changes().get(place);
			if (Ids.parse(change).isEmpty() || unknown.contains(Ids.parse(change).get().toString())) {
				faults.add(new Fault("/changes/" + place, "is no change of this receiver"));
			}
		}
		if (!faults.isEmpty()) {
			throw ProblemException.missing(faults);
		}
		return new DoneAnswer(this.acknowledgements.done(receiver, changes, actor.name()));
	}

}
