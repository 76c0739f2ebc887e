package dev.sayso.contact.receiver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.contact.feed.SayChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.DemoContent;

/**
 * The demo's receivers, to which nothing is sent: one obeys in time, the other is late
 * with some.
 */
@Component
@Order(90)
class DemoReceivers implements DemoContent {

	private static final Actor ADMIN = new Actor(Actor.Kind.ACCOUNT, null, "Ada Verhoeven");

	private static final Actor OPERATOR = new Actor(Actor.Kind.ACCOUNT, null, "Sofie Maes");

	private static final Duration WATCHED = Duration.ofDays(30);

	/** What is younger is left to do. */
	private static final Duration OPEN = Duration.ofHours(30);

	private final ReceiverManagement management;

	private final OptOutClock duties;

	private final Acknowledgements acknowledgements;

	private final JdbcClient jdbc;

	private final Clock clock;

	DemoReceivers(ReceiverManagement management, OptOutClock duties, Acknowledgements acknowledgements, JdbcClient jdbc,
			Clock clock) {
		this.management = management;
		this.duties = duties;
		this.acknowledgements = acknowledgements;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "receiver";
	}

	@Override
	public void lay() {
		lay("Mail tool", Set.of(Channel.EMAIL), TimeAllowed.ofHours(48), 0);
		lay("Call centre", Set.of(Channel.CALL), TimeAllowed.ofDays(10, "FR"), 2);
	}

	/**
	 * @param late how many it has fetched and not done, from among the oldest
	 */
	private void lay(String name, Set<Channel> channels, TimeAllowed time, int late) {
		Receiver receiver = this.management
			.create(new Receiver.Content(name, Receiver.Kind.FETCH, "", channels, time, null), ADMIN)
			.receiver();
		Instant since = this.clock.instant().minus(WATCHED);
		this.management.begin(receiver, since);
		List<OptOutClock.Duty> open = this.duties.list(receiver, OptOutClock.Which.OPEN, OptOutClock.MOST_COUNTED);
		List<SayChange> changes = open.stream().map(OptOutClock.Duty::change).toList();
		Instant lately = this.clock.instant().minus(OPEN);
		List<SayChange> known = changes.subList(0, Math.max(0, changes.size() - 3));
		this.acknowledgements.fetched(receiver, known);
		this.acknowledgements.done(receiver,
				known.subList(Math.min(late, known.size()), known.size())
					.stream()
					.filter((change) -> change.at().isBefore(lately))
					.map(SayChange::id)
					.toList(),
				OPERATOR.name());
		OffsetDateTime earlier = this.clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC);
		this.jdbc.sql("""
				update receiver_change set fetched_at = (select c.at from say_change c where c.seq = change_seq),
					tried_at = :earlier where receiver_id = :receiver""")
			.param("earlier", earlier)
			.param("receiver", receiver.id())
			.update();
	}

}
