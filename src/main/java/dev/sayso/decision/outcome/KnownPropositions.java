package dev.sayso.decision.outcome;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;

/**
 * Finds the proposition that an event names: in the store, on its way there, or in the
 * hands of whoever names it.
 */
@Component
class KnownPropositions {

	/** How long a proposition may take to come into the store, in milliseconds. */
	private static final long LATEST = 1_500;

	private static final long FIRST_LOOK = 50;

	private final OutcomeRecorder recorder;

	private final OutcomeRows rows;

	private final SealedPropositions sealed;

	private final DecisionSettings settings;

	KnownPropositions(OutcomeRecorder recorder, OutcomeRows rows, SealedPropositions sealed,
			DecisionSettings settings) {
		this.recorder = recorder;
		this.rows = rows;
		this.sealed = sealed;
		this.settings = settings;
	}

	/**
	 * A proposition.
	 *
	 * @param sealed whether it may be in nobody's hands but those of whoever names it
	 */
	record Found(StoredProposition proposition, boolean sealed) {

	}

	/**
	 * The proposition of this name.
	 * @throws NotFoundException when there is none, or not any more
	 */
	Found find(String name) {
		Optional<StoredProposition> sealed = this.sealed.open(name);
		if (sealed.isPresent() && this.settings.days() > 0) {
			return new Found(sealed.get(), true);
		}
		return Ids.parse(name)
			.flatMap(this::await)
			.map((stored) -> new Found(stored, false))
			.orElseThrow(() -> new NotFoundException("proposition " + name));
	}

	/** One that another instance answered a moment ago is waited for. */
	private Optional<StoredProposition> await(UUID id) {
		Optional<StoredProposition> stored = this.recorder.waiting(id).or(() -> this.rows.find(id));
		long pause = FIRST_LOOK;
		for (long left = fresh(id); stored.isEmpty() && left > 0; left -= pause, pause *= 2) {
			LockSupport.parkNanos(Duration.ofMillis(Math.min(pause, left)).toNanos());
			stored = this.rows.find(id);
		}
		return stored;
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
