package dev.sayso.decision.api;

import io.swagger.v3.oas.annotations.Hidden;
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
@Hidden
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
