package dev.sayso.contact.events;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.suppression.RecordAddressNo;
import dev.sayso.contact.events.MessageEvent.Effect;
import dev.sayso.contact.events.RecordMessageEvent.Outcome;
import dev.sayso.contact.text.RepliedTexts;
import dev.sayso.shared.ProfileId;
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

	/**
	 * Records what each says, of different people and addresses, by those who said
	 * something new.
	 */
	Set<MessageEvent> record(List<MessageEvent> noes, Sender sender) {
		Map<ProfileId, Declaration> people = new LinkedHashMap<>();
		Map<MessageEvent, RecordAddressNo.Said> addressed = new LinkedHashMap<>();
		for (MessageEvent event : noes) {
			Declaration no = sender.declare(event.channel(),
					List.of(new Statement(Purpose.marketing(event.channel()), Choice.NO, event.at(), null)),
					RecordMessageEvent.evidence(event).with("wrote", wrote(event)));
			if (event.profile() != null) {
				people.put(event.profile(), no);
			}
			else {
				addressed.put(event,
						new RecordAddressNo.Said(Map.of(event.channel(), Objects.requireNonNull(event.address())), no));
			}
		}
		Map<ProfileId, List<LedgerEntry>> said = this.says.record(people);
		Map<RecordAddressNo.Said, RecordAddressNo.Outcome> recorded = this.addresses
			.record(List.copyOf(addressed.values()));
		return noes.stream()
			.filter((event) -> (event.profile() != null) ? !said.get(event.profile()).isEmpty()
					: recorded.get(addressed.get(event)).changes())
			.collect(Collectors.toSet());
	}

	/** Whether a reply says to stop, as a whole: that is a no as any other. */
	boolean stops(MessageEvent reply) {
		return reply.text() != null && this.texts.stops(reply.text());
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
