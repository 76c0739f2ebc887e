package dev.sayso.contact.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.shared.Actor;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * What senders tell of their messages, over HTTP.
 */
@RestController
@RequestMapping(path = "/api/v1/message-events", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Message events", description = "Scope contact.")
class MessageEventsApi {

	private static final int MOST = 10_000;

	/** As many of them, with all that senders tell of each, in bytes. */
	private static final int LONGEST = 8 << 20;

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.streamReadConstraints(JsonBody.CONSTRAINTS)
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final String MANY = """
			[{"type":"bounced","channel":"email","address":"camille@posteo.example","at":"2026-03-03T20:47:12Z","message":"m-7","hard":true,"diagnostic":"550 5.1.1 No such user"}]""";

	private final MessageEventReader reader;

	private final MessageEventIntake intake;

	MessageEventsApi(MessageEventReader reader, MessageEventIntake intake) {
		this.reader = reader;
		this.intake = intake;
	}

	/** What one event did. */
	@Schema(name = "MessageEventTaken")
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(@Schema(
			description = "sent, delivered, soft-bounce, hard-bounce, carrier-stop, complaint, reply or unsubscribe.") String kind,
			@Schema(description = "noted; repeated: told before; counted: a bounce with too few others yet; suppressed: the"
					+ " address, from now; stood: what it would do stood already, or was answered since it happened;"
					+ " opted-out: the person's own no; token-gone: a device was removed; resumed: an address that rested is"
					+ " used again.") String effect,
			Instant at, @Schema(description = "The id of what suppresses the address.") @Nullable UUID suppression) {

	}

	/** What all did, in the order of the request. */
	@Schema(name = "MessageEventsTaken")
	record Many(List<Item> items) {

	}

	@PostMapping(consumes = MediaType.ALL_VALUE)
	@Operation(operationId = "tellMessageEvents", summary = "Tell what happened to up to 10,000 messages",
			description = "An object instead of the array is one event. Each counts once, by its type, message, address and text,"
					+ " and by when it happened, in whatever order events come; a no that is said again after the person came"
					+ " back is another. A hard bounce suppresses the address (of push:"
					+ " removes the device), bounces that repeat without a delivery between them suppress it for a while, a"
					+ " complaint is a no that is kept, unsubscribed is the person's own no on that channel. Where type,"
					+ " channel and whom it is about can be read, an event is taken whatever else is wrong with it, or with"
					+ " others; then the answer is 422, and taken names what was. A profile's"
					+ " name that several have, and that is no address on the channel, is refused with the ids of its candidates.",
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							array = @ArraySchema(schema = @Schema(implementation = MessageEventBody.class)),
							examples = @ExampleObject(MANY))))
	Many add(HttpServletRequest request, Actor actor) {
		JsonNode body = JsonBody.parse(JsonBody.bytes(request, LONGEST), MAPPER::readTree);
		boolean many = body.isArray();
		if (many && body.size() > MOST) {
			throw ProblemException.faulty(List.of(new Fault("", "has more than 10000 items")));
		}
		List<Fault> faults = new ArrayList<>();
		List<String> taken = new ArrayList<>();
		List<MessageEvent> events = new ArrayList<>();
		Set<String> candidates = new LinkedHashSet<>();
		int place = 0;
		for (MessageEventReader.Read read : this.reader.read(many ? body.values() : List.of(body))) {
			String pointer = many ? "/" + place++ : "";
			read.faults().forEach((fault) -> faults.add(fault.within(pointer)));
			read.candidates().forEach((candidate) -> candidates.add(candidate.toString()));
			if (read.event() != null) {
				events.add(read.event());
				taken.add(pointer);
			}
		}
		List<RecordMessageEvent.Outcome> outcomes = this.intake.take(events, Sender.token(actor));
		if (!faults.isEmpty()) {
			ProblemException refused = ProblemException.faulty(faults);
			if (!candidates.isEmpty()) {
				refused = refused.naming(List.copyOf(candidates));
			}
			throw taken.isEmpty() ? refused : refused.taking("The events that can be read are taken.", taken);
		}
		List<Item> items = new ArrayList<>();
		for (int index = 0; index < events.size(); index++) {
			MessageEvent event = events.get(index);
			RecordMessageEvent.Outcome outcome = outcomes.get(index);
			items.add(new Item(event.kind().key(), outcome.effect().key(), event.at(), outcome.suppression()));
		}
		return new Many(items);
	}

}
