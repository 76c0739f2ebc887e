package dev.sayso.contact.receiver;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where a receiver says, by the link that came with a change, that it has done it.
 */
@Controller
class AcknowledgementsController {

	private final AcknowledgementLinks links;

	private final Receivers receivers;

	private final Acknowledgements acknowledgements;

	AcknowledgementsController(AcknowledgementLinks links, Receivers receivers, Acknowledgements acknowledgements) {
		this.links = links;
		this.receivers = receivers;
		this.acknowledgements = acknowledgements;
	}

	/** 204 however often it is said; 404 for a link that is none of ours. */
	@PostMapping(AcknowledgementLinks.PATH + "{token}")
	ResponseEntity<Void> done(@PathVariable String token) {
		AcknowledgementLinks.Ticket ticket = this.links.read(token).orElse(null);
		Receiver receiver = (ticket != null) ? this.receivers.findById(ticket.receiver()).orElse(null) : null;
		if (ticket == null || receiver == null
				|| !this.acknowledgements.unknown(receiver, List.of(ticket.change())).isEmpty()) {
			return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
		}
		this.acknowledgements.done(receiver, List.of(ticket.change()), receiver.name());
		return ResponseEntity.noContent().build();
	}

}
