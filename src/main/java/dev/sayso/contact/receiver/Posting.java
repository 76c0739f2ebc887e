package dev.sayso.contact.receiver;

import java.time.Clock;
import java.time.Instant;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What is under way to one receiver, and whether it takes anything. Changes of different
 * people go together; of one person the next goes when the one before was taken, and
 * where it was not all of them wait. All decisions are made by one thread; answers only
 * line up for it.
 */
final class Posting {

	private final WebhookClient client;

	private final Clock clock;

	private final Function<ToldRows.Next, WebhookClient.Message> writer;

	private final BlockingQueue<Answered> answers = new LinkedBlockingQueue<>();

	private final Lanes lanes = new Lanes();

	private boolean failing;

	private int failures;

	private boolean gone;

	/**
	 * @param failing whether it took nothing when it was last tried
	 */
	Posting(WebhookClient client, Clock clock, Function<ToldRows.Next, WebhookClient.Message> writer, boolean failing) {
		this.client = client;
		this.clock = clock;
		this.writer = writer;
		this.failing = failing;
	}

	private record Answered(ToldRows.Next next, WebhookClient.Answer answer) {

	}

	Lanes lanes() {
		return this.lanes;
	}

	boolean isDown() {
		return this.gone || this.failures >= (this.failing ? 1 : RetryPauses.DOWN);
	}

	/** How posting ended where nothing is left. */
	Telling.End end() {
		return this.gone ? Telling.End.GONE : isDown() ? Telling.End.DOWN : Telling.End.DONE;
	}

	/** A receiver that failed is tried with one change until it takes one. */
	int window() {
		return this.failing ? 1 : WebhookClient.AT_ONCE;
	}

	/** Starts what may go. */
	void start() {
		this.lanes.start(window(), (next) -> post(next));
	}

	private Future<?> post(ToldRows.Next next) {
		return this.client.post(this.writer.apply(next), (answer) -> this.answers.add(new Answered(next, answer)));
	}

	/**
	 * Waits a moment for answers, and gives up on those that do not come.
	 * @param then is told what became of changes that were posted, and of those that wait
	 * behind them now
	 */
	void take(Consumer<Told> then) throws InterruptedException {
		Answered answered = this.answers.poll((this.lanes.active() > 0) ? 100 : 0, TimeUnit.MILLISECONDS);
		while (answered != null) {
			take(answered, then);
			answered = this.answers.poll();
		}
		this.lanes.cancelSlow();
	}

	private void take(Answered answered, Consumer<Told> then) {
		ToldRows.Next next = answered.next();
		Deque<ToldRows.Next> rest = this.lanes.end(next.change().profile());
		Told told = told(next, answered.answer(), this.clock.instant());
		then.accept(told);
		if (!told.isOver()) {
			rest.forEach((behind) -> then.accept(Told.behind(behind.change(), behind.known())));
		}
		else if (!rest.isEmpty()) {
			this.lanes.resume(rest.remove(), rest);
		}
	}

	private Told told(ToldRows.Next next, WebhookClient.Answer answer, Instant now) {
		if (answer.isTaken()) {
			this.failures = 0;
			this.failing = false;
			return Told.taken(next.change(), next.known(), next.attempts() + 1, answer, now);
		}
		this.failures += answer.isDown() ? 1 : 0;
		this.gone |= answer.isGone();
		return Told.refused(next.change(), next.known(), next.attempts() + 1, answer, now);
	}

}
