package dev.sayso.consent.suppression;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.consent.suppression.Suppression.Reason;
import dev.sayso.person.Origin;
import dev.sayso.person.ProfileLookup;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.DemoContent;

/**
 * The demo's suppressed addresses: of people far down its list, and of nobody there.
 */
@Component
@Order(30)
class DemoSuppressions implements DemoContent {

	private static final Actor OPERATOR = new Actor(Actor.Kind.ACCOUNT, null, "Sofie Maes");

	private static final Actor SENDER = new Actor(Actor.Kind.TOKEN, null, "Newsletter sender");

	private final RecordSuppression record;

	private final ProfileLookup people;

	private final Clock clock;

	DemoSuppressions(RecordSuppression record, ProfileLookup people, Clock clock) {
		this.record = record;
		this.people = people;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "suppression";
	}

	@Override
	public void lay() {
		suppress("demo-482", Channel.EMAIL, Reason.HARD_BOUNCE, 20, SENDER);
		suppress("demo-487", Channel.EMAIL, Reason.SOFT_BOUNCES, 9, SENDER);
		suppress("demo-498", Channel.SMS, Reason.CARRIER_STOP, 63, SENDER);
		suppress("demo-493", Channel.EMAIL, Reason.COMPLAINT, 17, SENDER);
		for (String address : List.of("info@atelier-nord.example", "boekhouding@vandamme.example")) {
			suppress(Channel.EMAIL, address, Reason.MANUAL, 28, OPERATOR);
		}
	}

	private void suppress(String demo, Channel channel, Reason reason, int daysAgo, Actor by) {
		this.people.candidates("externalId:" + demo).forEach((person) -> {
			String address = person.addresses().get(channel);
			if (address != null) {
				suppress(channel, address, reason, daysAgo, by);
			}
		});
	}

	private void suppress(Channel channel, String address, Reason reason, int daysAgo, Actor by) {
		Instant at = this.clock.instant().minus(Duration.ofDays(daysAgo)).minusSeconds(daysAgo * 1171L);
		Origin origin = (by.kind() == Actor.Kind.TOKEN) ? Origin.API : Origin.OPERATOR;
		this.record.at(Clock.fixed(at, ZoneOffset.UTC))
			.record(address,
					Suppression.of(channel, reason, false, origin, at, null, (origin == Origin.API) ? by.name() : null),
					by);
	}

}
