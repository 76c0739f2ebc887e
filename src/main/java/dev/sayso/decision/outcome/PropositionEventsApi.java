package dev.sayso.decision.outcome;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.sayso.offer.Cap;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException.Fault;

@RestController
@Tag(name = "Decisions")
class PropositionEventsApi {

	private static final int LONGEST_ID = 200;

	private final KnownPropositions propositions;

	private final RecordPropositionEvent record;

	private final Clock clock;

	PropositionEventsApi(KnownPropositions propositions, RecordPropositionEvent record, Clock clock) {
		this.propositions = propositions;
		this.record = record;
		this.clock = clock;
	}

	@Schema(name = "PropositionEvent")
	record EventBody(@Schema(allowableValues = {
			"display", "click" }) @NotNull(message = "is missing") String type,
			@Schema(description = "Any text that tells this event from others of the proposition: told again, it is counted once.",
					maxLength = LONGEST_ID) @NotNull(message = "is missing") String id){

		List<Fault> faults() {
			List<Fault> faults = new ArrayList<>();
			if (this.type != null && !Set.of("display", "click").contains(this.type)) {
				faults.add(new Fault("/type", "is neither display nor click"));
			}
			if (this.id != null && (this.id.isBlank() || this.id.length() > LONGEST_ID || this.id.contains("\0"))) {
				faults.add(new Fault("/id", "is not a text of 1 to " + LONGEST_ID + " characters"));
			}
			return faults;
		}

	}

	@PostMapping(path = "/api/v1/propositions/{id}/events", consumes = MediaType.ALL_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(operationId = "recordPropositionEvent",
			summary = "Tell that what was proposed was displayed, or clicked",
			description = "Of all that shows in it. Telling it again under the same id changes nothing. One that came with"
					+ " many flags at once is counted as a decision, too, with the first that is told of it.",
			responses = { @ApiResponse(responseCode = "204", description = "Noted"),
					@ApiResponse(responseCode = "404", description = "There is no such proposition, or not any more") },
			requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
					content = @Content(mediaType = "application/json",
							schema = @Schema(implementation = EventBody.class))))
	void tell(@PathVariable String id, HttpServletRequest request) {
		EventBody event = JsonBody.read(request, EventBody.class, EventBody::faults);
		this.record.record(this.propositions.find(id),
				event.type().equals("click") ? Cap.Event.CLICK : Cap.Event.DISPLAY, event.id(), this.clock.instant());
	}

}
