package dev.sayso.contact.receiver;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import dev.sayso.shared.ProfileId;

/**
 * Tells one receiver what it was not told yet, until nothing is left or it takes nothing.
 * Where a change is not taken the others of its person line up behind it in the store,
 * and nobody else waits. What became of changes is written in batches: who dies in
 * between tells the last of them again.
 */
final class Telling {

	private static final int READ = 1000;

	private static final int WRITE = 1000;

	private static final long WRITE_AFTER = TimeUnit.MILLISECONDS.toNanos(500);

	private static final long LOOK_AFTER = TimeUnit.MILLISECONDS.toNanos(100);

	private final ToldRows rows;

	private final ToldBooks books;

	private final Posting posting;

	private final Clock clock;

	private final Receiver receiver;

	private final UUID claim;

	private final Lanes lanes;

	/** Places that are read and not written. */
	private final TreeSet<Long> open = new TreeSet<>();

	private final List<Told> told = new ArrayList<>();

	private final Set<ProfileId> over = new HashSet<>();

	private Set<ProfileId> blocked = Set.of();

	private Progress progress;

	private long readTo;

	private long wrote = System.nanoTime();

	private long looked = System.nanoTime() - LOOK_AFTER;

	private boolean retries = true;

	Telling(ToldBooks books, Posting posting, Clock clock, Receiver receiver, ToldBooks.Claimed claimed) {
		this.books = books;
		this.rows = books.rows();
		this.posting = posting;
		this.lanes = posting.lanes();
		this.clock = clock;
		this.receiver = receiver;
		this.claim = claimed.claim();
		this.progress = claimed.progress();
		this.readTo = claimed.progress().seq();
	}

	/**
	 * Tells until nothing is left.
	 * @return how it ended
	 */
	End run(BooleanSupplier stopping) throws InterruptedException {
		this.rows.unstick(this.receiver, this.clock.instant());
		this.blocked = new HashSet<>(this.rows.blocked(this.receiver));
		while (true) {
			boolean going = !stopping.getAsBoolean() && !this.posting.isDown();
			boolean more = going && fill();
			if (going) {
				this.posting.start();
			}
			if (this.lanes.active() == 0 && !(going && (more || this.lanes.ready() > 0))) {
				boolean freed = going && !this.over.isEmpty();
				if (!write()) {
					return End.LOST;
				}
				if (!freed) {
					return this.posting.end();
				}
			}
			this.posting.take(this::note);
			if ((this.told.size() >= WRITE || System.nanoTime() - this.wrote > WRITE_AFTER) && !write()) {
				return End.LOST;
			}
		}
	}

	/** How telling ended. */
	enum End {

		/** Nothing is left for now. */
		DONE,

		/** It takes nothing. */
		DOWN,

		/** It says that it is no more. */
		GONE,

		/** Another instance tells it, or it is told anew. */
		LOST

	}

	/**
	 * Reads what is to be told.
	 * @return whether there was anything
	 */
	private boolean fill() {
		boolean any = false;
		if (this.retries) {
			this.retries = false;
			for (ToldRows.Next next : this.rows.due(this.receiver, this.clock.instant(), this.posting.window())) {
				any |= this.lanes.retry(next);
			}
		}
		if (this.lanes.ready() < WebhookClient.AT_ONCE && this.open.size() < 4 * READ
				&& System.nanoTime() - this.looked > LOOK_AFTER) {
			long last = this.books.last();
			int limit = this.progress.isFailing() ? 1 : READ;
			List<ToldRows.Next> read = (last > this.readTo)
					? this.rows.next(this.receiver, this.readTo, this.progress.round(), limit) : List.of();
			read.forEach(this::lineUp);
			any |= !read.isEmpty();
			if (read.size() < limit) {
				this.readTo = Math.max(this.readTo, last);
				this.looked = System.nanoTime();
			}
		}
		return any;
	}

	private void lineUp(ToldRows.Next next) {
		this.readTo = next.change().seq();
		this.open.add(next.change().seq());
		if (this.blocked.contains(next.change().profile())) {
			this.told.add(Told.behind(next.change(), next.known()));
		}
		else {
			this.lanes.add(next);
		}
	}

	private void note(Told noted) {
		ProfileId person = noted.change().profile();
		this.told.add(noted);
		this.progress = noted.isTaken() ? this.progress.well() : this.progress;
		if (!noted.isOver()) {
			this.blocked.add(person);
		}
		else if (this.blocked.contains(person)) {
			this.over.add(person);
		}
	}

	/**
	 * Writes what became of changes.
	 * @return whether the receiver is still this one's to tell
	 */
	private boolean write() {
		if (this.posting.isDown() && this.lanes.active() == 0) {
			this.progress = this.progress.down(this.clock.instant());
		}
		this.told.forEach((each) -> this.open.remove(each.change().seq()));
		this.progress = this.progress.at(this.open.isEmpty() ? this.readTo : this.open.first() - 1);
		List<ProfileId> free = this.books.write(this.receiver, this.progress, this.claim, this.told, this.over);
		if (free == null) {
			this.lanes.cancelAll();
			return false;
		}
		this.retries |= !this.over.isEmpty() || System.nanoTime() - this.wrote > WRITE_AFTER;
		this.blocked.removeAll(free);
		this.told.clear();
		this.over.clear();
		this.wrote = System.nanoTime();
		return true;
	}

}
