package dev.sayso.contact.receiver;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.contact.feed.SayChanges;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Keeps what became of changes and how far a receiver was told, in one transaction.
 */
@Component
class ToldBooks {

	private final ToldRows rows;

	private final ProgressRows progress;

	private final SayChanges changes;

	private final Clock clock;

	ToldBooks(ToldRows rows, ProgressRows progress, SayChanges changes, Clock clock) {
		this.rows = rows;
		this.progress = progress;
		this.changes = changes;
		this.clock = clock;
	}

	/** A receiver that one instance tells. */
	record Claimed(UUID claim, Progress progress) {

	}

	Optional<Claimed> claim(Receiver receiver) {
		UUID claim = Ids.next();
		return this.progress.claim(receiver.id(), claim).map((found) -> new Claimed(claim, found));
	}

	void release(Receiver receiver, UUID claim) {
		this.progress.release(receiver.id(), claim);
	}

	boolean save(Progress now, UUID claim) {
		return this.progress.save(now, claim);
	}

	ToldRows rows() {
		return this.rows;
	}

	long last() {
		return this.changes.last();
	}

	/**
	 * Writes what became of changes.
	 * @param over those whose oldest waiting change was taken or given up
	 * @return those of whom nothing waits any more; null where another instance tells the
	 * receiver, or it is told anew, and nothing is written
	 */
	@Transactional
	public @Nullable List<ProfileId> write(Receiver receiver, Progress now, UUID claim, List<Told> told,
			Collection<ProfileId> over) {
		if (!this.progress.save(now, claim)) {
			return null;
		}
		this.rows.save(receiver, now.round(), told);
		List<ProfileId> free = new ArrayList<>();
		for (ProfileId person : over) {
			if (!this.rows.promote(receiver, person, this.clock.instant())) {
				free.add(person);
			}
		}
		return free;
	}

}
