package dev.sayso.contact.text;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.contact.inbound.ReceivedMessage.Incoming;
import dev.sayso.contact.inbound.ReceivedMessage.Outcome;
import dev.sayso.contact.inbound.ReceivedMessage.Review;
import dev.sayso.contact.inbound.ReceivedMessages;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Replies that senders tell of: what they mean, and those among them that somebody has to
 * read, in the same queue as texts to a number.
 */
@Component
public class RepliedTexts {

	private final TextUnderstanding understanding;

	private final ReceivedMessages messages;

	RepliedTexts(TextUnderstanding understanding, ReceivedMessages messages) {
		this.understanding = understanding;
		this.messages = messages;
	}

	/**
	 * A reply.
	 *
	 * @param address whose it is, normalised; null where only the person is known
	 * @param sender the name of what told of it
	 */
	public record Reply(Channel channel, @Nullable String address, @Nullable ProfileId person, String text, Instant at,
			String sender) {
	}

	/** Whether a text says to stop, as a whole. */
	public boolean stops(String text) {
		return this.understanding.stops(text);
	}

	/**
	 * Has somebody look at a reply that may say to stop, or that says more than that.
	 * @param people with how many a no was recorded
	 */
	public void queue(Reply reply, int people) {
		TextReading reading = this.understanding.understand(reply.text());
		Review review = switch (reading.meaning()) {
			case NEAR_STOP -> Review.WAITING;
			case STOP -> Review.NONE;
			case START, HELP, OTHER -> reading.mentionsStop() ? Review.FIRST : Review.NONE;
		};
		if (review.isOpen()) {
			String result = (review == Review.FIRST) ? "nothing" : (people > 0) ? "stopped" : "stood";
			String from = (reply.person() != null) ? reply.person().toString() : "";
			this.messages.keep(reply.sender(),
					new Incoming("", reply.at(), reply.channel(), reply.address(), reply.text(), from), reply.person(),
					new Outcome(reading.meaning().key(), result, people, null, review));
		}
	}

}
