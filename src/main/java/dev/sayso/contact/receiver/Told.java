package dev.sayso.contact.receiver;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sayso.contact.feed.SayChange;

/**
 * What became of a change at a receiver when it was to be told.
 *
 * @param known whether it stands already in the store
 * @param attempts how often it was tried
 * @param next when it is tried again
 * @param answer what came of the last attempt; null where another change of the person
 * has to go first
 */
record Told(SayChange change, boolean known, Stage stage, int attempts, @Nullable Instant next,
		WebhookClient.@Nullable Answer answer, @Nullable Instant tried) {

	/**
	 * How far a change has come at a receiver.
	 */
	enum Stage {

		/** It is known there, and needs nothing more. */
		TOLD,

		/** It is known there, and has to be obeyed. */
		FETCHED,

		/** It was obeyed. */
		DONE,

		/** It was not taken, and is tried again. */
		RETRY,

		/** Another of the same person is to be taken first. */
		BEHIND,

		/** It was tried often enough. */
		FAILED;

		String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	static Told taken(SayChange change, boolean known, int attempts, WebhookClient.Answer answer, Instant now) {
		return new Told(change, known, change.obey() ? Stage.FETCHED : Stage.TOLD, attempts, null, answer, now);
	}

	static Told behind(SayChange change, boolean known) {
		return new Told(change, known, Stage.BEHIND, 0, null, null, null);
	}

	static Told refused(SayChange change, boolean known, int attempts, WebhookClient.Answer answer, Instant now) {
		boolean last = attempts >= RetryPauses.ATTEMPTS;
		return new Told(change, known, last ? Stage.FAILED : Stage.RETRY, attempts,
				last ? null : now.plus(RetryPauses.after(attempts)), answer, now);
	}

	/** Whether it was tried and the receiver took it. */
	boolean isTaken() {
		return this.answer != null && this.answer.isTaken();
	}

	/** Whether the person's next change may go. */
	boolean isOver() {
		return this.stage != Stage.RETRY && this.stage != Stage.BEHIND;
	}

}
