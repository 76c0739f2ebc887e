package dev.sayso.contact.receiver;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import dev.sayso.contact.feed.SayChange;
import dev.sayso.contact.feed.SayChanges;
import dev.sayso.shared.ProfileId;

/**
 * Tells a receiver what everybody says as it stands: of each person the newest change of
 * each purpose, some people at a time. What it does not take waits in the store and is
 * told again as the change that it is; of whom something waits there already, the rest
 * waits behind it.
 */
final class Snapshot {

	private static final int PEOPLE = 200;

	/** How often the claim is renewed meanwhile: long before its lease is over. */
	private static final long KEEP_AFTER = TimeUnit.SECONDS.toNanos(5);

	private final ToldBooks books;

	private final SayChanges changes;

	private final Posting posting;

	private final Clock clock;

	private final Receiver receiver;

	private final UUID claim;

	/** What was not taken. */
	private final List<Told> waiting = new ArrayList<>();

	/** How many changes are left of each person. */
	private final Map<ProfileId, Integer> left = new HashMap<>();

	private Progress progress;

	private long kept = System.nanoTime();

	Snapshot(ToldBooks books, SayChanges changes, Posting posting, Clock clock, Receiver receiver,
			ToldBooks.Claimed claimed) {
		this.books = books;
		this.changes = changes;
		this.posting = posting;
		this.clock = clock;
		this.receiver = receiver;
		this.claim = claimed.claim();
		this.progress = claimed.progress();
	}

	/**
	 * Tells until everybody was told.
	 * @return how it ended
	 */
	Telling.End run(BooleanSupplier stopping) throws InterruptedException {
		while (this.progress.snapshotAfter() != null) {
			List<UUID> people = this.changes.people(this.progress.snapshotAfter(), PEOPLE);
			lineUp(people);
			if (!tell(stopping) || !write(people)) {
				this.posting.lanes().cancelAll();
				return Telling.End.LOST;
			}
			if (this.progress.snapshotAfter() != null && (this.posting.isDown() || stopping.getAsBoolean())) {
				return this.posting.isDown() ? this.posting.end() : Telling.End.LOST;
			}
		}
		return Telling.End.DONE;
	}

	/** How far it came. */
	Progress progress() {
		return this.progress;
	}

	private void lineUp(List<UUID> people) {
		Map<ProfileId, Set<Long>> known = this.books.rows().waiting(this.receiver, people);
		this.left.clear();
		for (SayChange change : this.changes.standing(people, this.receiver.channelSet())) {
			Set<Long> waits = known.get(change.profile());
			if (waits == null) {
				this.left.merge(change.profile(), 1, Integer::sum);
				this.posting.lanes().add(new ToldRows.Next(change, false, 0));
			}
			else if (!waits.contains(change.seq())) {
				this.waiting.add(Told.behind(change, false));
			}
		}
	}

	/**
	 * Tells what is lined up.
	 * @return whether the receiver is still this one's to tell
	 */
	private boolean tell(BooleanSupplier stopping) throws InterruptedException {
		Lanes lanes = this.posting.lanes();
		boolean going = true;
		while (lanes.active() > 0 || (going && lanes.ready() > 0)) {
			going = !this.posting.isDown() && !stopping.getAsBoolean();
			if (going) {
				this.posting.start();
			}
			this.posting.take(this::note);
			if (System.nanoTime() - this.kept > KEEP_AFTER) {
				this.kept = System.nanoTime();
				if (!this.books.save(this.progress, this.claim)) {
					return false;
				}
			}
		}
		return true;
	}

	private void note(Told told) {
		this.left.merge(told.change().profile(), -1, Integer::sum);
		if (told.isTaken()) {
			this.progress = this.progress.well();
		}
		else {
			this.waiting.add(told);
		}
	}

	/**
	 * Writes what was not taken, and how far everybody was told.
	 * @return whether the receiver is still this one's to tell
	 */
	private boolean write(List<UUID> people) {
		@Nullable UUID after = people.isEmpty() ? null : this.progress.snapshotAfter();
		for (UUID person : people) {
			if (this.left.getOrDefault(new ProfileId(person), 0) > 0) {
				break;
			}
			after = person;
		}
		this.progress = this.progress.snapshot(after);
		if (this.posting.isDown()) {
			this.progress = this.progress.down(this.clock.instant());
		}
		boolean written = this.books.write(this.receiver, this.progress, this.claim, this.waiting, List.of()) != null;
		this.waiting.clear();
		return written;
	}

}
