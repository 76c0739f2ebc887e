package dev.sayso.decision.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import dev.sayso.account.token.ApiTokenAuthentication;
import dev.sayso.shared.NamedOrigins;
import dev.sayso.shared.api.ProblemException;

/**
 * Answers who comes with the ticket of a stream; browsers send no other key with it.
 */
@RestController
@Tag(name = "Flags")
class EventStreamsController {

	private final EventStreams streams;

	private final ApiTokenAuthentication tokens;

	EventStreamsController(EventStreams streams, ApiTokenAuthentication tokens) {
		this.streams = streams;
		this.tokens = tokens;
	}

	/**
	 * 404 for a ticket that is over, so that a page asks for its flags anew; 503 where
	 * there are too many streams, so that it goes on without one.
	 */
	@GetMapping(EventStreams.PATH + "{ticket}")
	@SecurityRequirements
	@Operation(operationId = "followFlags", summary = "Server-sent events that say that flags changed",
			description = "The address is that of eventStreams; its ticket is the key, for an hour at most.",
			responses = @ApiResponse(responseCode = "200", description = "Events of the type refetchEvaluation",
					content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string"))))
	ResponseEntity<SseEmitter> stream(@PathVariable String ticket, HttpServletRequest request,
			HttpServletResponse response) {
		request.setAttribute(NamedOrigins.SHARED, true);
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		if (this.tokens.isOrigin(origin)) {
			response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
			response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
		}
		EventStreams.Ticket read = this.streams.read(ticket)
			.orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "The ticket of this stream is over."));
		SseEmitter stream = this.streams.open(read).orElseThrow(() -> {
			response.setHeader(HttpHeaders.RETRY_AFTER, "60");
			return ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, "There are too many streams just now.");
		});
		return ResponseEntity.ok()
			.contentType(MediaType.TEXT_EVENT_STREAM)
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.header("X-Accel-Buffering", "no")
			.body(stream);
	}

}
