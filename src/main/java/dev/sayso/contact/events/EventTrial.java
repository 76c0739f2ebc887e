package dev.sayso.contact.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.contact.inbound.Connector;

/**
 * Tries a mapping on a payload: all that its events would do is done, one after the
 * other, and taken back.
 */
@Component
class EventTrial {

	/** So many events are tried. */
	static final int MOST = 100;

	private final ReportedEvents events;

	private final RecordMessageEvent record;

	private final TransactionTemplate transaction;

	EventTrial(ReportedEvents events, RecordMessageEvent record, TransactionTemplate transaction) {
		this.events = events;
		this.record = record;
		this.transaction = transaction;
	}

	/**
	 * What one event would do.
	 *
	 * @param fault why nothing, as a message {@code mapping.trial.<fault>} says; empty
	 * where something comes of it
	 */
	record Tried(String said, @Nullable MessageEvent event, MessageEvent.@Nullable Effect effect, String fault) {

	}

	/** What each event would do, in their order; null where the payload is no JSON. */
	@Nullable List<Tried> attempt(String payload, EventMapping mapping, Connector connector) {
		JsonNode tree = ReportedEvent.tree(payload);
		if (tree.isMissingNode()) {
			return null;
		}
		List<MappedEvents.Mapped> mapped = MappedEvents.read(tree, mapping, connector.channel());
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			status.setRollbackOnly();
			List<Tried> tried = new ArrayList<>();
			mapped.stream().limit(MOST).forEach((each) -> tried.add(attempt(each, connector)));
			return tried;
		}));
	}

	private Tried attempt(MappedEvents.Mapped mapped, Connector connector) {
		if (mapped.event() == null) {
			return new Tried(mapped.said(), null, null, mapped.fault());
		}
		return this.events.read(mapped.event(), connector.channel())
			.map((event) -> new Tried(mapped.said(), event, this.record.record(event, Sender.of(connector)).effect(),
					""))
			.orElseGet(() -> new Tried(mapped.said(), null, null, "address"));
	}

}
