package dev.sayso.contact.events;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.store.DiskSpace;

/**
 * Takes many events of one sender, each by itself, so that none is in another's way, and
 * counts them.
 */
@Component
class MessageEventIntake {

	private final RecordMessageEvent record;

	private final MessageEventRows rows;

	private final DiskSpace disk;

	private final Clock clock;

	MessageEventIntake(RecordMessageEvent record, MessageEventRows rows, DiskSpace disk, Clock clock) {
		this.record = record;
		this.rows = rows;
		this.disk = disk;
		this.clock = clock;
	}

	/** What each did, in their order. */
	List<RecordMessageEvent.Outcome> take(List<MessageEvent> events, Sender sender) {
		Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
		List<RecordMessageEvent.Outcome> outcomes = new ArrayList<>();
		for (MessageEvent event : events) {
			RecordMessageEvent.Outcome outcome = this.record.record(event, sender);
			outcomes.add(outcome);
			if (outcome.effect() != MessageEvent.Effect.REPEATED) {
				counts.merge(event.kind(), 1, Integer::sum);
			}
		}
		if (!this.disk.isLow()) {
			this.rows.count(sender.name(), this.clock.instant().truncatedTo(ChronoUnit.HOURS), counts);
		}
		return outcomes;
	}

}
