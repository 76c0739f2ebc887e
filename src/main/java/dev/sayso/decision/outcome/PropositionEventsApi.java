package dev.sayso.decision.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.offer.Cap;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.JsonMembers;
import dev.sayso.shared.api.ProblemException;

/**
 * Takes over HTTP what came of an answer.
 */
@RestController
@Tag(name = "Decisions")
class PropositionEventsApi {

	private static final int LONGEST_ID = 200;

	private final EventRecorder recorder;

	PropositionEventsApi(EventRecorder recorder) {
		this.recorder = recorder;
	}

	/** What happened. */
	@Schema(name = "PropositionEvent")
	record EventBody(@Schema(allowableValues = {
			"display", "click" }) String type,
			@Schema(description = "Any text that tells this event from others of the proposition: told again, it is counted once.",
					maxLength = LONGEST_ID) String id){

	}

	@PostMapping(path = "/api/v1/propositions/{id}/events", consumes = MediaType.ALL_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Tell that what was proposed was displayed, or clicked",
			description = "Of all that shows in it. Telling it again under the same id changes nothing.",
			responses = { @ApiResponse(responseCode = "204", description = "Noted"),
					@ApiResponse(responseCode = "404", description = "There is no such proposition, or not any more") },
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							schema = @Schema(implementation = EventBody.class))))
	void tell(@PathVariable String id, HttpServletRequest request) {
		EventBody event = read(JsonBody.read(request));
		UUID proposition = Ids.parse(id).orElseThrow(() -> new NotFoundException("proposition " + id));
		this.recorder.record(proposition, event.type().equals("click") ? Cap.Event.CLICK : Cap.Event.DISPLAY,
				event.id());
	}

	private static EventBody read(ObjectNode body) {
		List<ProblemException.Fault> faults = new ArrayList<>();
		JsonMembers members = new JsonMembers(body, "", Set.of("type", "id"), faults);
		EventBody event = new EventBody(members.needed("type"), members.needed("id"));
		if (faults.isEmpty() && !Set.of("display", "click").contains(event.type())) {
			members.fault("type", "is neither display nor click");
		}
		if (faults.isEmpty()
				&& (event.id().isBlank() || event.id().length() > LONGEST_ID || event.id().contains("\0"))) {
			members.fault("id", "is not a text of 1 to " + LONGEST_ID + " characters");
		}
		if (!faults.isEmpty()) {
			throw ProblemException.faulty(faults);
		}
		return event;
	}

}
