package dev.sayso.decision.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import dev.sayso.shared.NamedOrigins;

/**
 * Answers who comes with the ticket of a stream; browsers send no other key with it.
 */
@RestController
@Tag(name = "Flags")
class EventStreamsController {

	private final EventStreams streams;

	EventStreamsController(EventStreams streams) {
		this.streams = streams;
	}

	/**
	 * 404 for a ticket that is over, so that a page asks for its flags anew; 503 where
	 * there are too many streams, so that it goes on without one.
	 */
	@GetMapping(EventStreams.PATH + "{ticket}")
	@SecurityRequirements
	@Operation(operationId = "followFlags", summary = "Server-sent events that say that flags changed",
			description = "The address is that of eventStreams; its ticket is the key, for an hour at most.",
			responses = {
					@ApiResponse(responseCode = "200", description = "Events of the type refetchEvaluation",
							content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string"))),
					@ApiResponse(responseCode = "404", description = "The ticket is over", content = @Content),
					@ApiResponse(responseCode = "503", description = "There are too many streams",
							content = @Content) })
	ResponseEntity<SseEmitter> stream(@PathVariable String ticket, HttpServletRequest request) {
		request.setAttribute(NamedOrigins.SHARED, true);
		EventStreams.Ticket read = this.streams.read(ticket).orElse(null);
		if (read == null) {
			return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
		}
		return this.streams.open(read)
			.map((stream) -> ResponseEntity.ok()
				.contentType(MediaType.TEXT_EVENT_STREAM)
				.header("Cache-Control", "no-store")
				.header("X-Accel-Buffering", "no")
				.body(stream))
			.orElseGet(() -> ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "60").build());
	}

}
