package dev.sayso.contact.inbound;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.contact.inbound.ReceivedMessage.Incoming;
import dev.sayso.contact.inbound.ReceivedMessage.Outcome;
import dev.sayso.contact.inbound.ReceivedMessage.Review;
import dev.sayso.contact.inbound.ReceivedMessageRows.Source;
import dev.sayso.person.AddressMask;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Sha256;
import dev.sayso.shared.TextNormalizer;

/**
 * Takes each thing that a provider brings once, whatever comes of it and however often,
 * or at the same moment, it is posted.
 */
@Component
public class ReceivedMessages {

	/** No longer id and no longer text is kept, in characters. */
	static final int LONGEST_ID = 200;

	static final int LONGEST_TEXT = 2000;

	private static final int LONGEST_SENDER = 60;

	private final ReceivedMessageRows rows;

	private final ReceivedMessagePeople people;

	private final Clock clock;

	ReceivedMessages(ReceivedMessageRows rows, ReceivedMessagePeople people, Clock clock) {
		this.rows = rows;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * Takes something. What acts, and the row that remembers it, are one transaction.
	 * @param act told the id under which it is remembered, the first time
	 * @return what was made of it, now or the first time
	 */
	@Transactional
	public ReceivedMessage take(Connector connector, Incoming incoming, Function<UUID, Outcome> act) {
		Instant now = this.clock.instant();
		UUID id = Ids.next();
		String externalId = externalId(incoming, id);
		if (!this.rows.add(id, new Source(connector.id(), null), externalId, incoming, now)) {
			Optional<ReceivedMessage> before = this.rows.find(connector.id(), externalId);
			return before.orElseThrow();
		}
		Outcome outcome = act.apply(id);
		this.rows.complete(id, outcome, sender(incoming), kept(incoming, outcome));
		link(id, incoming);
		return this.rows.find(id).orElseThrow();
	}

	/**
	 * Keeps something that others told and took, for whoever has to look at it.
	 * @param source the name of what told it
	 * @param person whom it is about, where no address is named
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void keep(String source, Incoming incoming, @Nullable ProfileId person, Outcome outcome) {
		UUID id = Ids.next();
		this.rows.add(id, new Source(null, source), externalId(incoming, id), incoming, this.clock.instant());
		this.rows.complete(id, outcome, sender(incoming), kept(incoming, outcome));
		if (person != null) {
			this.people.link(id, person);
		}
		else {
			link(id, incoming);
		}
	}

	/**
	 * Whether something with this meaning came from an address that was said later than
	 * this.
	 */
	public boolean saidSince(Channel channel, String address, String meaning, Instant saidAt) {
		return this.rows.saidSince(channel, address, meaning, saidAt);
	}

	/** What waits for a human eye: first where nothing was done, the oldest first. */
	public List<ReceivedMessage> waiting(int limit) {
		return this.rows.waiting(limit);
	}

	public long countWaiting() {
		return this.rows.countWaiting();
	}

	/** What somebody looked at, the newest decision first. */
	public List<ReceivedMessage> decided(int limit) {
		return this.rows.decided(limit);
	}

	/**
	 * A message that is to be decided about, held until the transaction ends.
	 * @throws NotFoundException when there is none
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public ReceivedMessage hold(UUID id) {
		return this.rows.held(id).orElseThrow(() -> new NotFoundException("message " + id));
	}

	/** Somebody looked at it; its address is needed no more. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void decide(UUID id, Review review, String result, int people, Actor by) {
		this.rows.decide(id, review, result, people, this.clock.instant(), by.name());
	}

	private void link(UUID id, Incoming incoming) {
		if (incoming.address() != null) {
			this.people.link(id, incoming.channel(), incoming.address());
		}
	}

	private static String externalId(Incoming incoming, UUID id) {
		String given = incoming.externalId().isBlank() ? "- " + id : incoming.externalId();
		boolean kept = given.length() <= LONGEST_ID && TextNormalizer.isText(given);
		return kept ? given : "sha-256 " + Sha256.hex(given);
	}

	private static String sender(Incoming incoming) {
		String address = incoming.address();
		if (address == null) {
			return TextNormalizer.isText(incoming.from())
					? TextNormalizer.shorten(incoming.from().strip(), LONGEST_SENDER) : "";
		}
		return switch (incoming.channel()) {
			case EMAIL -> AddressMask.email(address);
			case SMS, CALL, WHATS_APP, FAX -> AddressMask.phone(address);
			case PUSH, POSTAL_MAIL -> AddressMask.text(address);
		};
	}

	private static @Nullable String kept(Incoming incoming, Outcome outcome) {
		return outcome.review().isOpen() ? incoming.address() : null;
	}

}
