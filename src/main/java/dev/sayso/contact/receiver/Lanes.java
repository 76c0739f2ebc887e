package dev.sayso.contact.receiver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.ProfileId;

/**
 * Changes that are under way or about to be, one of each person at a time, with what
 * comes after it. Used by one thread.
 */
final class Lanes {

	private static final long TOO_LONG = TimeUnit.SECONDS.toNanos(WebhookClient.PATIENCE + 5L);

	private final Map<ProfileId, Lane> lanes = new HashMap<>();

	/** Those whose change may go as soon as fewer are under way. */
	private final Deque<ProfileId> ready = new ArrayDeque<>();

	private int active;

	/**
	 * One person's next change, and what comes after it.
	 *
	 * @param post null until it is under way
	 */
	private record Lane(ToldRows.Next head, Deque<ToldRows.Next> rest, @Nullable Future<?> post, long began) {

		static Lane of(ToldRows.Next head, Deque<ToldRows.Next> rest) {
			return new Lane(head, rest, null, 0);
		}

		void cancel() {
			if (this.post != null) {
				this.post.cancel(true);
			}
		}

	}

	/** How many are under way. */
	int active() {
		return this.active;
	}

	/** How many may go. */
	int ready() {
		return this.ready.size();
	}

	/** Lines a change up behind those of its person. */
	void add(ToldRows.Next next) {
		ProfileId person = next.change().profile();
		Lane lane = this.lanes.get(person);
		if (lane != null) {
			lane.rest().add(next);
		}
		else {
			this.lanes.put(person, Lane.of(next, new ArrayDeque<>()));
			this.ready.add(person);
		}
	}

	/**
	 * Lets a change go before all others, unless one of its person is there.
	 * @return whether it may
	 */
	boolean retry(ToldRows.Next next) {
		if (this.lanes.containsKey(next.change().profile())) {
			return false;
		}
		resume(next, new ArrayDeque<>());
		return true;
	}

	/** Lets the next change of a person go. */
	void resume(ToldRows.Next next, Deque<ToldRows.Next> rest) {
		this.lanes.put(next.change().profile(), Lane.of(next, rest));
		this.ready.addFirst(next.change().profile());
	}

	/** Starts changes until so many are under way. */
	void start(int most, Function<ToldRows.Next, Future<?>> post) {
		while (this.active < most && !this.ready.isEmpty()) {
			ProfileId person = this.ready.remove();
			Lane lane = Objects.requireNonNull(this.lanes.get(person));
			this.lanes.put(person, new Lane(lane.head(), lane.rest(), post.apply(lane.head()), System.nanoTime()));
			this.active++;
		}
	}

	/**
	 * A change is under way no longer.
	 * @return what comes after it
	 */
	Deque<ToldRows.Next> end(ProfileId person) {
		this.active--;
		return Objects.requireNonNull(this.lanes.remove(person)).rest();
	}

	/** Gives up on what takes longer than the client should let it. */
	void cancelSlow() {
		long now = System.nanoTime();
		this.lanes.values()
			.stream()
			.filter((lane) -> lane.post() != null && now - lane.began() > TOO_LONG)
			.toList()
			.forEach(Lane::cancel);
	}

	void cancelAll() {
		List.copyOf(this.lanes.values()).forEach(Lane::cancel);
	}

}
