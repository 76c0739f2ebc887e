package dev.sayso.service.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

import dev.sayso.consent.Evidence;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.StaleEditException;

/**
 * Many people who are subscribed or unsubscribed together, with what came of it.
 *
 * @param service the key of the service
 * @param query who is meant, until they are gathered; null for a file and for those
 * ticked in a list
 * @param strangers how many names of a file are nobody's, or several people's
 * @param reached the last person of whom the present step took care; null at its
 * beginning
 * @param movedBy who began the present step
 * @param beatAt the last heartbeat of the step
 * @param failure message key of why it stopped
 */
@Table("subscription_batch")
record SubscriptionBatch(@Id UUID id, @Version @Nullable Integer version, String service, Act act, Whom whom,
		String name, @Nullable String query, int strangers, @Embedded(onEmpty = OnEmpty.USE_EMPTY) Terms terms,
		State state, int total, @Nullable UUID reached, @Embedded(onEmpty = OnEmpty.USE_EMPTY) Tally tally,
		@Nullable String failure, Instant createdAt, String createdBy, String movedBy, Instant beatAt,
		@Nullable Instant finishedAt) {

	private static final Duration SILENCE = Duration.ofSeconds(15);

	/** How long it can be taken back. */
	private static final Duration MAY_UNDO = Duration.ofDays(30);

	enum Act {

		IN, OUT

	}

	/** How the people were chosen. */
	enum Whom {

		TICKED, FILTER, AUDIENCE, FILE

	}

	enum State {

		/** The people are gathered, and it is counted what would become of them. */
		GATHERING, COUNTING,
		/** Counted, and not begun. */
		ASKED, RUNNING, DONE, UNDOING, UNDONE, FAILED;

		boolean isMoving() {
			return this == GATHERING || this == COUNTING || this == RUNNING || this == UNDOING;
		}

	}

	/**
	 * What is said of all of them.
	 *
	 * @param frequency the key of how often it is to come; null for what is usual
	 */
	record Terms(@Nullable String frequency, @Nullable String reason, String evidenceKind, String evidenceReference) {

		Evidence evidence() {
			return Evidence.typed(this.evidenceKind, this.evidenceReference);
		}

	}

	/**
	 * What becomes of the people.
	 *
	 * @param handled of how many the present step took care
	 * @param acted how many change
	 * @param standing how many it stands for already
	 * @param own how many are left out since they unsubscribed or said no themselves
	 * @param others how many are left out for another reason
	 * @param undone how many were put back
	 */
	record Tally(int handled, int acted, int standing, int own, int others, int undone) {

		static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

		Tally and(Tally more) {
			return new Tally(this.handled + more.handled, this.acted + more.acted, this.standing + more.standing,
					this.own + more.own, this.others + more.others, this.undone + more.undone);
		}

	}

	static SubscriptionBatch create(String service, Act act, Whom whom, String name, @Nullable String query,
			Terms terms, Instant now, String by) {
		return new SubscriptionBatch(Ids.next(), null, service, act, whom, name, query, 0, terms, State.GATHERING, 0,
				null, Tally.NONE, null, now, by, by, now, null);
	}

	/** The same once its people are gathered. */
	SubscriptionBatch count(int people, int unknown, Instant now) {
		return new SubscriptionBatch(this.id, this.version, this.service, this.act, this.whom, this.name, null, unknown,
				this.terms, State.COUNTING, people, null, Tally.NONE, null, this.createdAt, this.createdBy,
				this.movedBy, now, null);
	}

	SubscriptionBatch start(Instant now, String by) {
		require(this.state == State.ASKED);
		return begin(State.RUNNING, Tally.NONE, now, by);
	}

	SubscriptionBatch undo(Instant now, String by) {
		require(mayUndo(now));
		Tally done = this.tally;
		return begin(State.UNDOING, new Tally(0, done.acted(), done.standing(), done.own(), done.others(), 0), now, by);
	}

	private SubscriptionBatch begin(State next, Tally counted, Instant now, String by) {
		return new SubscriptionBatch(this.id, this.version, this.service, this.act, this.whom, this.name, this.query,
				this.strangers, this.terms, next, this.total, null, counted, null, this.createdAt, this.createdBy, by,
				now, null);
	}

	SubscriptionBatch resume(Instant now) {
		require(isInterrupted(now));
		return to(this.state, this.reached, this.tally, now, null);
	}

	SubscriptionBatch advance(UUID last, Tally more, Instant now) {
		return to(this.state, last, this.tally.and(more), now, null);
	}

	/** The same at the end of its step. */
	SubscriptionBatch finish(Instant now) {
		return switch (this.state) {
			case COUNTING -> to(State.ASKED, null, this.tally, now, null);
			case RUNNING -> to(State.DONE, null, this.tally, now, now);
			case UNDOING -> to(State.UNDONE, null, this.tally, now, now);
			case GATHERING, ASKED, DONE, UNDONE, FAILED -> this;
		};
	}

	SubscriptionBatch fail(String code, Instant now) {
		return new SubscriptionBatch(this.id, this.version, this.service, this.act, this.whom, this.name, this.query,
				this.strangers, this.terms, State.FAILED, this.total, null, this.tally, code, this.createdAt,
				this.createdBy, this.movedBy, now, now);
	}

	private SubscriptionBatch to(State next, @Nullable UUID last, Tally counted, Instant now, @Nullable Instant end) {
		return new SubscriptionBatch(this.id, this.version, this.service, this.act, this.whom, this.name, this.query,
				this.strangers, this.terms, next, this.total, last, counted, null, this.createdAt, this.createdBy,
				this.movedBy, now, end);
	}

	/** Whether it stands still and changed nobody, so that it may be discarded. */
	public boolean isIdle() {
		return this.state == State.ASKED || this.state == State.FAILED;
	}

	/** Whether the heartbeat stopped, because the process of the step ended. */
	boolean isInterrupted(Instant now) {
		return this.state.isMoving() && this.beatAt.plus(SILENCE).isBefore(now);
	}

	boolean mayUndo(Instant now) {
		return this.state == State.DONE && this.tally.acted() > 0 && this.finishedAt != null
				&& this.finishedAt.plus(MAY_UNDO).isAfter(now);
	}

	public boolean in() {
		return this.act == Act.IN;
	}

	public int percent() {
		return (int) (100L * this.tally.handled() / Math.max(1, this.total));
	}

	Actor actor() {
		return new Actor(Actor.Kind.ACCOUNT, null, this.movedBy);
	}

	private static void require(boolean allowed) {
		if (!allowed) {
			throw new StaleEditException("batch");
		}
	}

}
