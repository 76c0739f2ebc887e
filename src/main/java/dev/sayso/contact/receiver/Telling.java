package dev.sayso.contact.receiver;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

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

	private static final int READ = 500;

	private static final int WRITE = 250;

	private static final long WRITE_AFTER = TimeUnit.MILLISECONDS.toNanos(500);

	private static final long LOOK_AFTER = TimeUnit.MILLISECONDS.toNanos(100);

	private static final int MOST_OPEN = 4 * READ;

	private static final long TOO_LONG = TimeUnit.SECONDS.toNanos(WebhookClient.PATIENCE + 5L);

	private final ToldRows rows;

	private final ToldBooks books;

	private final WebhookClient client;

	private final Clock clock;

	private final Receiver receiver;

	private final WebhookMessages.Writer writer;

	private final UUID claim;

	private final BlockingQueue<Answered> answers = new LinkedBlockingQueue<>();

	/** What is under way or about to be, by whose it is. */
	private final Map<ProfileId, Lane> lanes = new HashMap<>();

	/** Those whose change may go as soon as fewer are under way. */
	private final Deque<ProfileId> ready = new ArrayDeque<>();

	/** Places that are read and not written. */
	private final TreeSet<Long> open = new TreeSet<>();

	private final List<Told> told = new ArrayList<>();

	private final Set<ProfileId> over = new HashSet<>();

	private Set<ProfileId> blocked = Set.of();

	private Progress progress;

	private long readTo;

	private long wrote = System.nanoTime();

	private long looked = System.nanoTime() - LOOK_AFTER;

	private int active;

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

	/**
	 * One person's next change, and what comes after it.
	 *
	 * @param post null until it is under way
	 */
	private record Lane(ToldRows.Next head, Deque<ToldRows.Next> rest, @Nullable Future<?> post, long began) {

	}

	private record Answered(ToldRows.Next next, WebhookAnswer answer) {

	}

	/**
	 * Tells until nothing is left.
	 * @return how it ended
	 */
	End run(BooleanSupplier stopping) throws InterruptedException {
		this.blocked = new HashSet<>(this.rows.blocked(this.receiver));
		while (true) {
			boolean going = !stopping.getAsBoolean() && !isDown();
			boolean more = going && fill();
			if (going) {
				start();
			}
			if (this.active == 0 && !(going && (more || !this.ready.isEmpty()))) {
				boolean freed = going && !this.over.isEmpty();
				if (!write()) {
					return End.LOST;
				}
				if (!freed) {
					return this.gone ? End.GONE : isDown() ? End.DOWN : End.DONE;
				}
			}
			Answered answered = this.answers.poll((this.active > 0) ? 100 : 0, TimeUnit.MILLISECONDS);
			while (answered != null) {
				take(answered);
				answered = this.answers.poll();
			}
			cancelSlow();
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
				any |= !this.lanes.containsKey(next.change().profile());
				this.lanes.computeIfAbsent(next.change().profile(), (person) -> {
					this.ready.addFirst(person);
					return new Lane(next, new ArrayDeque<>(), null, 0);
				});
			}
		}
		if (this.ready.size() < WebhookClient.AT_ONCE && this.open.size() < MOST_OPEN
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
		ProfileId person = next.change().profile();
		this.readTo = next.change().seq();
		this.open.add(next.change().seq());
		if (this.blocked.contains(person)) {
			this.told.add(Told.behind(next.change(), next.known()));
			return;
		}
		Lane lane = this.lanes.get(person);
		if (lane != null) {
			lane.rest().add(next);
		}
		else {
			this.lanes.put(person, new Lane(next, new ArrayDeque<>(), null, 0));
			this.ready.add(person);
		}
	}

	/** Posts as many as may be under way. */
	private void start() {
		while (this.active < window() && !this.ready.isEmpty()) {
			ProfileId person = this.ready.remove();
			Lane lane = Objects.requireNonNull(this.lanes.get(person));
			Future<?> post = this.client.post(this.writer.write(lane.head().change(), this.progress.round()),
					(answer) -> this.answers.add(new Answered(lane.head(), answer)));
			this.lanes.put(person, new Lane(lane.head(), lane.rest(), post, System.nanoTime()));
			this.active++;
		}
	}

	private void take(Answered answered) {
		ToldRows.Next next = answered.next();
		ProfileId person = next.change().profile();
		Deque<ToldRows.Next> rest = Objects.requireNonNull(this.lanes.remove(person)).rest();
		this.active--;
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
			this.lanes.put(person, new Lane(rest.remove(), rest, null, 0));
			this.ready.addFirst(person);
		}
		else if (!over) {
			this.blocked.add(person);
			rest.forEach((behind) -> this.told.add(Told.behind(behind.change(), behind.known())));
		}
	}

	private void cancelSlow() {
		long now = System.nanoTime();
		this.lanes.values()
			.stream()
			.filter((lane) -> lane.post() != null && now - lane.began() > TOO_LONG)
			.toList()
			.forEach(Telling::cancel);
	}

	private static void cancel(Lane lane) {
		if (lane.post() != null) {
			lane.post().cancel(true);
		}
	}

	/**
	 * Writes what became of changes.
	 * @return whether the receiver is still this one's to tell
	 */
	private boolean write() {
		if (isDown() && this.active == 0) {
			this.progress = this.progress.down(this.clock.instant());
		}
		this.told.forEach((each) -> this.open.remove(each.change().seq()));
		this.progress = this.progress.at(this.open.isEmpty() ? this.readTo : this.open.first() - 1);
		List<ProfileId> free = this.books.write(this.receiver, this.progress, this.claim, this.told, this.over);
		if (free == null) {
			List.copyOf(this.lanes.values()).forEach(Telling::cancel);
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
