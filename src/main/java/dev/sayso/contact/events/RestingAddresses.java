package dev.sayso.contact.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Grounds;
import dev.sayso.consent.suppression.RecordSuppression;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.person.Origin;
import dev.sayso.shared.Channel;
import dev.sayso.store.DiskSpace;

/**
 * Addresses that rest after bounces which were not final. What arrives starts the count
 * anew, and shows that the address can be used.
 */
@Component
class RestingAddresses {

	private final JdbcTemplate jdbc;

	private final MessageEventRows rows;

	private final BounceRule rule;

	private final Suppressions suppressions;

	private final RecordSuppression record;

	private final DiskSpace disk;

	RestingAddresses(JdbcTemplate jdbc, MessageEventRows rows, BounceRule rule, Suppressions suppressions,
			RecordSuppression record, DiskSpace disk) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.rule = rule;
		this.suppressions = suppressions;
		this.record = record;
		this.disk = disk;
	}

	/** When an address is not used. */
	record Rest(Instant since, Instant until) {

	}

	/**
	 * When the addresses rest that bounced too often; those that rest no more are left
	 * out.
	 * @param bounces at different addresses, kept already
	 */
	Map<MessageEvent, Rest> rests(Collection<MessageEvent> bounces, Instant now) {
		if (bounces.isEmpty()) {
			return Map.of();
		}
		BounceRule.Limits limits = this.rule.limits();
		Map<MessageEvent, Rest> rests = new HashMap<>();
		this.rows.softBounces(bounces)
			.forEach((event, times) -> limits.last(times)
				.filter((last) -> limits.end(last).isAfter(now))
				.ifPresent((last) -> rests.put(event, new Rest(last, limits.end(last)))));
		return rests;
	}

	/**
	 * Notes that messages arrived, but where there is room for noes alone.
	 * @param arrived at different addresses
	 * @return those whose address is used again
	 */
	List<MessageEvent> arrived(List<MessageEvent> arrived, Sender sender) {
		if (arrived.isEmpty() || this.disk.isLow()) {
			return List.of();
		}
		note(arrived);
		Map<MessageEvent, Map<Channel, String>> addresses = new HashMap<>();
		arrived
			.forEach((event) -> addresses.put(event, Map.of(event.channel(), Objects.requireNonNull(event.address()))));
		List<MessageEvent> resumed = new ArrayList<>();
		this.suppressions.ofEach(addresses)
			.forEach((event, suppressions) -> suppressions.stream()
				.filter((suppression) -> suppression.reason() == Suppression.Reason.SOFT_BOUNCES)
				.filter((suppression) -> isOver(suppression, event))
				.findFirst()
				.ifPresent((suppression) -> {
					this.record.lift(suppression, Origin.API, sender.actor(), new Grounds(null,
							RecordMessageEvent.evidence(event).with("delivered", event.at().toString())));
					resumed.add(event);
				}));
		return resumed;
	}

	/** The last time counts. */
	private void note(List<MessageEvent> arrived) {
		List<Object[]> times = arrived.stream()
			.map((event) -> new Object[] { MessageEventRows.utc(event.at()), this.rows.hash(event) })
			.toList();
		this.jdbc.batchUpdate("insert into message_arrival (arrived_at, hash) values (?, ?) on conflict do nothing",
				times);
		this.jdbc.batchUpdate("update message_arrival set arrived_at = ? where hash = ? and arrived_at < ?",
				times.stream().map((each) -> new Object[] { each[0], each[1], each[0] }).toList());
	}

	/**
	 * Whether the bounces that were counted are too few now; of what others told, whether
	 * the message arrived after it.
	 */
	private boolean isOver(Suppression suppression, MessageEvent event) {
		return this.rows.explains(suppression.id()) ? this.rule.limits().last(this.rows.softBounces(event)).isEmpty()
				: event.at().isAfter(suppression.since());
	}

}
