package dev.sayso.contact.text;

import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Evidence;
import dev.sayso.contact.inbound.Connectors;
import dev.sayso.contact.inbound.ReceivedMessage.Review;
import dev.sayso.contact.inbound.ReceivedMessage;
import dev.sayso.contact.inbound.ReceivedMessages;
import dev.sayso.shared.Actor;

/**
 * Decides about a message that waits for a human eye. What somebody reads as a stop is
 * recorded as the person's own, as of when it was said.
 */
@Component
class ReviewMessage {

	private final ReceivedMessages messages;

	private final Connectors connectors;

	private final NumberSays says;

	ReviewMessage(ReceivedMessages messages, Connectors connectors, NumberSays says) {
		this.messages = messages;
		this.connectors = connectors;
		this.says = says;
	}

	/**
	 * @return whether it waited still; else somebody was faster, and nothing is done
	 * @throws dev.sayso.shared.NotFoundException when there is no such message
	 */
	@Transactional
	boolean decide(UUID id, boolean stop, Actor by) {
		ReceivedMessage message = this.messages.hold(id);
		if (!message.review().isOpen()) {
			return false;
		}
		String result = message.result();
		int people = message.people();
		String number = message.address();
		if (stop && number != null) {
			String connector = (message.connector() != null) ? this.connectors.get(message.connector()).name()
					: String.valueOf(message.source());
			NumberSays.Result done = this.says.stop(new NumberSays.Said(message.channel(), number, message.saidAt(),
					connector, evidence(message, connector, by)));
			result = done.key();
			people = done.people().size();
		}
		this.messages.decide(id, stop ? Review.STOP : Review.NOTHING, result, people, by);
		return true;
	}

	private static Evidence evidence(ReceivedMessage message, String connector, Actor by) {
		return Evidence.NONE.with("connector", connector)
			.with("wrote", message.content())
			.with("understood", message.meaning())
			.with("readBy", by.name())
			.with("message", message.externalId())
			.with("received", message.id().toString())
			.with("identified", true);
	}

}
