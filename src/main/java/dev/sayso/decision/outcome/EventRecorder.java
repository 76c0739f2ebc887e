package dev.sayso.decision.outcome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

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

	/** How long a proposition may take to come into the store, in milliseconds. */
	private static final long LATEST = 1_500;

	private static final long FIRST_LOOK = 50;

	private final OutcomeRecorder recorder;

	private final OutcomeRows rows;

	private final CapCounter caps;

	private final LiveCatalogue catalogue;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final TimeFormat times;

	EventRecorder(OutcomeRecorder recorder, OutcomeRows rows, CapCounter caps, LiveCatalogue catalogue,
			TransactionTemplate transaction, Clock clock, TimeFormat times) {
		this.recorder = recorder;
		this.rows = rows;
		this.caps = caps;
		this.catalogue = catalogue;
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
		StoredProposition stored = find(proposition);
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, this.times.zone());
		List<LiveOffer> offers = offers(stored);
		boolean first = Boolean.TRUE.equals(this.transaction.execute((status) -> {
			boolean added = this.rows.add(proposition, id, event, now);
			if (added) {
				this.caps.count(offers, event, stored.profile(), today);
			}
			return added;
		}));
		if (first) {
			this.recorder.add(stored, event.key(), today);
		}
	}

	private List<LiveOffer> offers(StoredProposition stored) {
		LiveSnapshot live = this.catalogue.now();
		return stored.offers().stream().map((offer) -> live.offers().get(offer)).filter(Objects::nonNull).toList();
	}

	/**
	 * The proposition, in the store or on its way there: one that another instance
	 * answered a moment ago is waited for.
	 * @throws NotFoundException when there is none
	 */
	private StoredProposition find(UUID id) {
		Optional<StoredProposition> stored = look(id);
		long pause = FIRST_LOOK;
		for (long left = fresh(id); stored.isEmpty() && left > 0; left -= pause, pause *= 2) {
			LockSupport.parkNanos(Duration.ofMillis(Math.min(pause, left)).toNanos());
			stored = this.rows.find(id);
		}
		return stored.orElseThrow(() -> new NotFoundException("proposition " + id));
	}

	private Optional<StoredProposition> look(UUID id) {
		return this.recorder.waiting(id).or(() -> this.rows.find(id));
	}

	/**
	 * For how many milliseconds it may still come: those made a moment ago have it in
	 * their id (UUID version 7).
	 */
	private static long fresh(UUID id) {
		long age = System.currentTimeMillis() - (id.getMostSignificantBits() >>> 16);
		return (id.version() == 7 && Math.abs(age) <= LATEST) ? LATEST - Math.max(age, 0) : 0;
	}

}
