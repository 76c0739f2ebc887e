package dev.sayso.contact.text;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Evidence;
import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.ReceivedMessage.Incoming;
import dev.sayso.contact.inbound.ReceivedMessage.Outcome;
import dev.sayso.contact.inbound.ReceivedMessage.Review;
import dev.sayso.contact.inbound.ReceivedMessage;
import dev.sayso.contact.inbound.ReceivedMessages;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.person.PhoneNumbers;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TextNormalizer;

/**
 * Takes a text to a number: understands it, writes what it says, and answers it once.
 */
@Component
class TakeText {

	private static final int LONGEST_EVIDENCE = 1000;

	private final ReceivedMessages messages;

	private final TextUnderstanding understanding;

	private final NumberSays says;

	private final TextReplies replies;

	private final DetailsDrafts drafts;

	TakeText(ReceivedMessages messages, TextUnderstanding understanding, NumberSays says, TextReplies replies,
			DetailsDrafts drafts) {
		this.messages = messages;
		this.understanding = understanding;
		this.says = says;
		this.replies = replies;
		this.drafts = drafts;
	}

	ReceivedMessage take(Connector connector, InboundText text) {
		String number = PhoneNumbers.e164(text.from(), this.drafts.region());
		String said = text.text().codePoints().noneMatch((letter) -> letter == 0) && TextNormalizer.isText(text.text())
				? text.text() : text.text().replaceAll("[\\x00\\p{Cs}]", "\uFFFD");
		Instant saidAt = text.saidAt().truncatedTo(ChronoUnit.MICROS);
		TextReading reading = reading(text);
		return this.messages.take(connector, new Incoming(text.id(), saidAt, text.channel(), number, said, text.from()),
				(id) -> (number != null)
						? act(connector, text, reading, number, evidence(connector, text, reading, said), id)
						: unknown(reading));
	}

	/** Where one of the two takes it for a stop, it is one. */
	private TextReading reading(InboundText text) {
		TextReading reading = this.understanding.understand(text.text(), text.legible());
		TextMeaning providers = text.providers();
		if (providers == null || providers == reading.meaning()) {
			return reading;
		}
		if (reading.meaning().stops()) {
			return (providers == TextMeaning.STOP) ? reading.as(TextMeaning.STOP) : reading.as(TextMeaning.NEAR_STOP);
		}
		return (providers == TextMeaning.START && reading.mentionsStop()) ? reading : reading.as(providers);
	}

	/** Nobody can tell whose no it is: somebody has to look. */
	private static Outcome unknown(TextReading reading) {
		return new Outcome(reading.meaning().key(), "no-number", 0, null,
				(reading.meaning().stops() || reading.mentionsStop()) ? Review.FIRST : Review.NONE);
	}

	private Outcome act(Connector connector, InboundText text, TextReading reading, String number, Evidence evidence,
			UUID id) {
		NumberSays.Said said = new NumberSays.Said(text.channel(), number, text.saidAt().truncatedTo(ChronoUnit.MICROS),
				connector.name(), evidence.with("received", id.toString()));
		return switch (reading.meaning()) {
			case STOP -> outcome(reading, this.says.stop(said), Review.NONE);
			case NEAR_STOP -> outcome(reading, this.says.stop(said), Review.WAITING);
			case START -> outcome(reading, this.says.start(said), Review.NONE);
			case HELP -> new Outcome(reading.meaning().key(), "answered", 0,
					reply(reading, this.says.people(text.channel(), number)), Review.NONE);
			case OTHER -> new Outcome(reading.meaning().key(), "nothing", 0, null,
					reading.mentionsStop() ? Review.FIRST : Review.NONE);
		};
	}

	/** What another word of later outweighs is not confirmed. */
	private Outcome outcome(TextReading reading, NumberSays.Result result, Review review) {
		boolean stands = !result.key().equals(NumberSays.OUTDATED);
		return new Outcome(reading.meaning().key(), result.key(), result.people().size(),
				stands ? reply(reading, result.people()) : null, stands ? review : Review.NONE);
	}

	private @Nullable String reply(TextReading reading, List<ProfileId> people) {
		return this.replies.reply(reading, people);
	}

	private static Evidence evidence(Connector connector, InboundText text, TextReading reading, String said) {
		return Evidence.NONE.with("connector", connector.name())
			.with("wrote", TextNormalizer.shorten(said.strip(), LONGEST_EVIDENCE))
			.with("understood", reading.meaning().key())
			.with("message", TextNormalizer.isText(text.id()) ? TextNormalizer.shorten(text.id(), 200) : null)
			.with("identified", true);
	}

}
