package dev.sayso.contact.receiver;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import dev.sayso.shared.ProfileId;

/**
 * Tells one receiver what it was not told yet, until nothing is left or it takes nothing.
 * Changes of different people are under way together; of one person the next goes when
 * the one before was taken. Where one is not taken the others of the person line up
 * behind it in the store, and nobody else waits. All decisions are made by one thread;
 * answers only line up for it. What became of changes is written in batches: who dies in
 * between tells the last of them again.
 */
final class Telling {

	private static final int READ = 1000;

	private static final int WRITE = 1000;

	private static final long WRITE_AFTER = TimeUnit.MILLISECONDS.toNanos(500);

	private static final long LOOK_AFTER = TimeUnit.MILLISECONDS.toNanos(100);

	private final ToldRows rows;

	private final ToldBooks books;

	private final WebhookClient client;

	private final Clock clock;

	private final Receiver receiver;

	private final WebhookMessages.Writer writer;

	private final UUID claim;

	private final BlockingQueue<Answered> answers = new LinkedBlockingQueue<>();

	private final Lanes lanes = new Lanes();

	/** Places that are read and not written. */
	private final TreeSet<Long> open = new TreeSet<>();

	private final List<Told> told = new ArrayList<>();

	private final Set<ProfileId> over = new HashSet<>();

	private Set<ProfileId> blocked = Set.of();

	private Progress progress;

	private long readTo;

	private long wrote = System.nanoTime();

	private long looked = System.nanoTime() - LOOK_AFTER;

	private int failures;

	private boolean gone;

	private boolean retries = true;

	Telling(ToldBooks books, WebhookClient client, Clock clock, Receiver receiver, WebhookMessages.Writer writer,
			ToldBooks.Claimed claimed) {
		this.books = books;
		this.rows = books.rows();
		this.client = client;
		this.clock = clock;
		this.receiver = receiver;
		this.writer = writer;
		this.claim = claimed.claim();
		this.progress = claimed.progress();
		this.readTo = claimed.progress().seq();
	}

	private record Answered(ToldRows.Next next, WebhookAnswer answer) {

	}

	/**
	 * Tells until nothing is left.
	 * @return how it ended
	 */
	End run(BooleanSupplier stopping) throws InterruptedException {
		this.rows.unstick(this.receiver, this.clock.instant());
		this.blocked = new HashSet<>(this.rows.blocked(this.receiver));
		while (true) {
			boolean going = !stopping.getAsBoolean() && !isDown();
			boolean more = going && fill();
			if (going) {
				this.lanes.start(window(), this::post);
			}
			if (this.lanes.active() == 0 && !(going && (more || this.lanes.ready() > 0))) {
				boolean freed = going && !this.over.isEmpty();
				if (!write()) {
					return End.LOST;
				}
				if (!freed) {
					return this.gone ? End.GONE : isDown() ? End.DOWN : End.DONE;
				}
			}
			Answered answered = this.answers.poll((this.lanes.active() > 0) ? 100 : 0, TimeUnit.MILLISECONDS);
			while (answered != null) {
				take(answered);
				answered = this.answers.poll();
			}
			this.lanes.cancelSlow();
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

	Progress progress() {
		return this.progress;
	}

	private boolean isDown() {
		return this.gone || this.failures >= (this.progress.isFailing() ? 1 : RetryPauses.DOWN);
	}

	/** A receiver that failed is tried with one change until it takes one. */
	private int window() {
		return this.progress.isFailing() ? 1 : WebhookClient.AT_ONCE;
	}

	/**
	 * Reads what is to be told.
	 * @return whether there was anything
	 */
	private boolean fill() {
		boolean any = false;
		if (this.retries) {
			this.retries = false;
			for (ToldRows.Next next : this.rows.due(this.receiver, this.clock.instant(), window())) {
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

	private Future<?> post(ToldRows.Next next) {
		return this.client.post(this.writer.write(next.change(), this.progress.round()),
				(answer) -> this.answers.add(new Answered(next, answer)));
	}

	private void take(Answered answered) {
		ToldRows.Next next = answered.next();
		ProfileId person = next.change().profile();
		Deque<ToldRows.Next> rest = this.lanes.end(person);
		Instant now = this.clock.instant();
		if (answered.answer().isTaken()) {
			this.failures = 0;
			this.progress = this.progress.well();
			this.told.add(Told.taken(next.change(), next.known(), next.attempts() + 1, answered.answer(), now));
		}
		else {
			this.failures += answered.answer().isDown() ? 1 : 0;
			this.gone |= answered.answer().isGone();
			this.told.add(Told.refused(next.change(), next.known(), next.attempts() + 1, answered.answer(), now));
		}
		boolean over = this.told.get(this.told.size() - 1).isOver();
		if (over && this.blocked.contains(person)) {
			this.over.add(person);
		}
		if (over && !rest.isEmpty()) {
			this.lanes.resume(rest.remove(), rest);
		}
		else if (!over) {
			this.blocked.add(person);
			rest.forEach((behind) -> this.told.add(Told.behind(behind.change(), behind.known())));
		}
	}

	/**
	 * Writes what became of changes.
	 * @return whether the receiver is still this one's to tell
	 */
	private boolean write() {
		if (isDown() && this.lanes.active() == 0) {
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
