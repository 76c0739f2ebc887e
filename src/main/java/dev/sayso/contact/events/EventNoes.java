package dev.sayso.contact.events;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.suppression.RecordAddressNo;
import dev.sayso.contact.events.MessageEvent.Effect;
import dev.sayso.contact.events.RecordMessageEvent.Outcome;
import dev.sayso.contact.text.RepliedTexts;
import dev.sayso.shared.TextNormalizer;

/**
 * The noes that people said to whoever sends: their own, of the channel that they said it
 * on, by when they said it. An address is everybody's who has it.
 */
@Component
class EventNoes {

	/** Of what somebody wrote, so much proves it. */
	private static final int LONGEST = 1000;

	private final RecordSay says;

	private final RecordAddressNo addresses;

	private final RepliedTexts texts;

	private final Clock clock;

	EventNoes(RecordSay says, RecordAddressNo addresses, RepliedTexts texts, Clock clock) {
		this.texts = texts;
		this.says = says;
		this.addresses = addresses;
		this.clock = clock;
	}

	Instant now() {
		return this.clock.instant();
	}

	Outcome record(MessageEvent event, Sender sender) {
		Declaration no = sender.declare(event.channel(),
				List.of(new Statement(Purpose.marketing(event.channel()), Choice.NO, event.at(), null)),
				RecordMessageEvent.evidence(event).with("wrote", wrote(event)));
		boolean changed;
		if (event.profile() != null) {
			changed = !this.says.record(event.profile(), no).isEmpty();
		}
		else {
			RecordAddressNo.Outcome recorded = this.addresses
				.record(Map.of(event.channel(), Objects.requireNonNull(event.address())), no);
			changed = !recorded.entries().isEmpty() || recorded.fresh() > 0;
		}
		return Outcome.of(changed ? Effect.OPTED_OUT : Effect.STOOD);
	}

	/** A reply that says to stop, as a whole, is a no as any other. */
	Outcome reply(MessageEvent event, Sender sender) {
		return (event.text() != null && this.texts.stops(event.text())) ? record(event, sender)
				: Outcome.of(Effect.NOTED);
	}

	/** Somebody looks at a reply that may be a no, or was more than one. */
	void review(MessageEvent event, Outcome outcome, Sender sender) {
		if (event.text() != null) {
			this.texts.queue(new RepliedTexts.Reply(event.channel(), event.address(),
					(event.address() != null) ? null : event.profile(), event.text(), event.at(), sender.name()),
					(outcome.effect() == Effect.OPTED_OUT) ? 1 : 0);
		}
	}

	private static @Nullable String wrote(MessageEvent event) {
		return (event.text() != null) ? TextNormalizer.shorten(event.text().strip(), LONGEST) : null;
	}

}
