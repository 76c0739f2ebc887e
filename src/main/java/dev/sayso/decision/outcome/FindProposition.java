package dev.sayso.decision.outcome;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import org.springframework.stereotype.Component;

import dev.sayso.shared.NotFoundException;

/**
 * Finds a proposition, in the store or on its way there: one that another instance
 * answered a moment ago is waited for.
 */
@Component
class FindProposition {

	/** How long one may take to come into the store, in milliseconds. */
	private static final long LATEST = 1_500;

	private static final long FIRST_LOOK = 50;

	private final OutcomeRecorder outcomes;

	private final OutcomeRows rows;

	FindProposition(OutcomeRecorder outcomes, OutcomeRows rows) {
		this.outcomes = outcomes;
		this.rows = rows;
	}

	/**
	 * The proposition.
	 * @throws NotFoundException when there is none
	 */
	StoredProposition get(UUID id) {
		Optional<StoredProposition> found = look(id);
		long pause = FIRST_LOOK;
		for (long left = fresh(id); found.isEmpty() && left > 0; left -= pause, pause *= 2) {
			LockSupport.parkNanos(Duration.ofMillis(Math.min(pause, left)).toNanos());
			found = this.rows.find(id);
		}
		return found.orElseThrow(() -> new NotFoundException("proposition " + id));
	}

	private Optional<StoredProposition> look(UUID id) {
		return this.outcomes.waiting(id).or(() -> this.rows.find(id));
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
