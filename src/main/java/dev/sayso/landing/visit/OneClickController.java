package dev.sayso.landing.visit;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers at the addresses of links that unsubscribe from a message. Nobody was sent one
 * yet, so that every token is unknown: a reader is shown the way that needs no link, and
 * a service for mail is told that it is done, as it repeats or reports anything else (RFC
 * 8058, 3.2); whoever runs Sayso is told how many could not be placed.
 */
@Controller
@RequestMapping("/u/{token}")
class OneClickController {

	private final PublicNotices notices;

	private final UnplacedStops unplaced;

	OneClickController(PublicNotices notices, UnplacedStops unplaced) {
		this.unplaced = unplaced;
		this.notices = notices;
	}

	@GetMapping
	ResponseEntity<byte[]> show(HttpServletRequest request) {
		return this.notices.unknown(VisitorRequest.of(request, false));
	}

	@PostMapping
	ResponseEntity<byte[]> stop() {
		this.unplaced.count();
		return PublicResponse.done();
	}

}
