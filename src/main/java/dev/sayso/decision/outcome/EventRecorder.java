package dev.sayso.decision.outcome;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.decision.CapCounter;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.decision.LiveOffer;
import dev.sayso.decision.LiveSnapshot;
import dev.sayso.offer.Cap;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.TimeFormat;

/**
 * Takes note that what was answered was displayed, or clicked; once for each id by which
 * that is told.
 */
@Component
class EventRecorder {

	private final FindProposition propositions;

	private final OutcomeRecorder outcomes;

	private final CapCounter caps;

	private final LiveCatalogue catalogue;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final TimeFormat times;

	EventRecorder(FindProposition propositions, OutcomeRecorder outcomes, CapCounter caps, LiveCatalogue catalogue,
			JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock, TimeFormat times) {
		this.propositions = propositions;
		this.outcomes = outcomes;
		this.caps = caps;
		this.catalogue = catalogue;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
		this.times = times;
	}

	/**
	 * Notes it.
	 * @param id tells it from any other of the same proposition
	 * @throws dev.sayso.shared.NotFoundException when there is no such proposition
	 */
	void record(UUID proposition, Cap.Event event, String id) {
		StoredProposition kept = this.propositions.get(proposition);
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, this.times.zone());
		List<LiveOffer> offers = offers(kept);
		boolean first = Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean added = this.jdbc.update("""
					insert into proposition_event (proposition_id, event_id, type, at) values (?, ?, ?, ?)
					on conflict do nothing""", proposition, id, event.key(), now.atOffset(ZoneOffset.UTC)) > 0;
			if (added) {
				this.caps.count(offers, event, kept.profile(), today);
			}
			return added;
		}));
		if (first) {
			this.outcomes.add(kept, event.key(), today);
		}
	}

	private List<LiveOffer> offers(StoredProposition kept) {
		LiveSnapshot live = this.catalogue.now();
		return kept.offers().stream().map((offer) -> live.offers().get(offer)).filter(Objects::nonNull).toList();
	}

}
