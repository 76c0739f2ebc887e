package dev.sayso.contact.events;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.sayso.contact.events.MessageEvent.Kind;
import dev.sayso.store.DiskSpace;
import dev.sayso.store.StoreOutage;

/**
 * Takes many events of one sender, five hundred in a transaction as long as none is in
 * another's way, and counts them.
 */
@Component
class MessageEventIntake {

	private static final Logger log = LoggerFactory.getLogger(MessageEventIntake.class);

	private static final int TOGETHER = 500;

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

	/**
	 * What each did, in their order. One that cannot be taken keeps none of the others
	 * out, however often it is sent again; only without a store there is no use in going
	 * on.
	 */
	List<RecordMessageEvent.Outcome> take(List<MessageEvent> events, Sender sender) {
		List<RecordMessageEvent.Outcome> outcomes = new ArrayList<>();
		RuntimeException failure = null;
		for (int from = 0; from < events.size(); from += TOGETHER) {
			try {
				outcomes.addAll(record(events.subList(from, Math.min(from + TOGETHER, events.size())), sender));
			}
			catch (RuntimeException ex) {
				if (StoreOutage.isOutage(ex)) {
					throw ex;
				}
				failure = ex;
			}
		}
		if (failure != null) {
			throw failure;
		}
		count(events, outcomes, sender);
		return outcomes;
	}

	private void count(List<MessageEvent> events, List<RecordMessageEvent.Outcome> outcomes, Sender sender) {
		Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
		for (int place = 0; place < events.size(); place++) {
			if (outcomes.get(place).effect() != MessageEvent.Effect.REPEATED) {
				counts.merge(events.get(place).kind(), 1, Integer::sum);
			}
		}
		if (!this.disk.isLow()) {
			this.rows.count(sender.name(), this.clock.instant().truncatedTo(ChronoUnit.HOURS), counts);
		}
	}

	/**
	 * Together, and where that fails each by itself; the sender hears of one that cannot
	 * be taken once the others are.
	 */
	private List<RecordMessageEvent.Outcome> record(List<MessageEvent> events, Sender sender) {
		try {
			return this.record.record(events, sender);
		}
		catch (RuntimeException ex) {
			log.info("Events of messages are taken one by one: {}", ex.getClass().getSimpleName());
			return recordEach(events, sender);
		}
	}

	private List<RecordMessageEvent.Outcome> recordEach(List<MessageEvent> events, Sender sender) {
		List<RecordMessageEvent.Outcome> outcomes = new ArrayList<>();
		RuntimeException failure = null;
		for (MessageEvent event : events) {
			try {
				outcomes.add(this.record.record(event, sender));
			}
			catch (RuntimeException ex) {
				failure = ex;
			}
		}
		if (failure != null) {
			throw failure;
		}
		return outcomes;
	}

}
