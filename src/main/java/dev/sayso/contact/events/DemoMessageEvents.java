package dev.sayso.contact.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.person.ProfileLookup;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.DemoContent;

/**
 * What the demo's sender told of its last newsletter: full mailboxes, which change
 * nothing yet.
 */
@Component
@Order(86)
class DemoMessageEvents implements DemoContent {

	private static final Sender SENDER = Sender.token(new Actor(Actor.Kind.TOKEN, null, "Newsletter sender"));

	private final MessageEventIntake intake;

	private final MessageEventRows rows;

	private final ProfileLookup people;

	private final Clock clock;

	DemoMessageEvents(MessageEventIntake intake, MessageEventRows rows, ProfileLookup people, Clock clock) {
		this.intake = intake;
		this.rows = rows;
		this.people = people;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "message-events";
	}

	@Override
	public void lay() {
		Instant sent = this.clock.instant().minus(Duration.ofHours(5));
		this.rows.count(SENDER.name(), sent.truncatedTo(ChronoUnit.HOURS), Map.of(Kind.SENT, 431, Kind.DELIVERED, 428));
		for (int number = 470; number < 473; number++) {
			bounce(number, sent.plus(Duration.ofSeconds(number)));
		}
	}

	private void bounce(int number, Instant at) {
		this.people.candidates("externalId:demo-" + number).forEach((person) -> {
			String address = person.addresses().get(Channel.EMAIL);
			if (address != null) {
				this.intake.take(List.of(new MessageEvent(Kind.SOFT_BOUNCE, Channel.EMAIL, address, null,
						at.truncatedTo(ChronoUnit.MICROS), "newsletter-11-" + number, "452 4.2.2 Mailbox full", null)),
						SENDER);
			}
		});
	}

}
