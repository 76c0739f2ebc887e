package dev.sayso.contact.receiver;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Component;

import dev.sayso.contact.feed.SayChanges;

/**
 * Tells one receiver all that it was not told yet. Whatever is edited of it meanwhile
 * holds at once: what is under way is waited for, and the next run begins anew.
 */
@Component
class TellReceiver {

	/** In nanoseconds: how often a run looks whether the receiver was edited. */
	private static final long LOOK_AFTER = TimeUnit.MILLISECONDS.toNanos(100);

	/**
	 * In nanoseconds: no run is longer, since secrets come to their end even of a
	 * receiver that is told something all the time.
	 */
	private static final long LONGEST = TimeUnit.MINUTES.toNanos(1);

	private final Receivers receivers;

	private final ToldBooks books;

	private final SayChanges changes;

	private final WebhookClient client;

	private final WebhookMessages messages;

	private final Clock clock;

	TellReceiver(Receivers receivers, ToldBooks books, SayChanges changes, WebhookClient client,
			WebhookMessages messages, Clock clock) {
		this.receivers = receivers;
		this.books = books;
		this.changes = changes;
		this.client = client;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Tells until nothing is left, or it takes nothing.
	 * @return how it ended
	 */
	Telling.End tell(Receiver receiver, BooleanSupplier stopping) {
		ToldBooks.Claimed claimed = this.books.claim(receiver).orElse(null);
		if (claimed == null) {
			return Telling.End.LOST;
		}
		try {
			return tell(receiver, claimed, new Watch(receiver, stopping));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Telling.End.LOST;
		}
		finally {
			this.books.release(receiver, claimed.claim());
		}
	}

	private Telling.End tell(Receiver receiver, ToldBooks.Claimed claimed, BooleanSupplier stopping)
			throws InterruptedException {
		WebhookMessages.Writer writer = this.messages.writer(receiver);
		int round = claimed.progress().round();
		boolean failing = claimed.progress().isFailing();
		Snapshot snapshot = new Snapshot(this.books, this.changes,
				new Posting(this.client, this.clock, (next) -> writer.snapshot(next.change(), round), failing),
				this.clock, receiver, claimed);
		Telling.End end = snapshot.run(stopping);
		Progress progress = snapshot.progress();
		return (end != Telling.End.DONE) ? end
				: new Telling(this.books,
						new Posting(this.client, this.clock, (next) -> writer.write(next.change(), round),
								progress.isFailing()),
						this.clock, receiver, new ToldBooks.Claimed(claimed.claim(), progress))
					.run(stopping);
	}

	/** Whether a run has to end. Used by one thread. */
	private final class Watch implements BooleanSupplier {

		private final Receiver receiver;

		private final BooleanSupplier stopping;

		private final long began = System.nanoTime();

		private long looked = this.began - LOOK_AFTER - 1;

		private boolean over;

		Watch(Receiver receiver, BooleanSupplier stopping) {
			this.receiver = receiver;
			this.stopping = stopping;
		}

		@Override
		public boolean getAsBoolean() {
			long now = System.nanoTime();
			if (!this.over && now - this.looked > LOOK_AFTER) {
				this.looked = now;
				this.over = now - this.began > LONGEST || isEdited();
			}
			return this.over || this.stopping.getAsBoolean();
		}

		private boolean isEdited() {
			return TellReceiver.this.receivers.findById(this.receiver.id())
				.filter((now) -> Objects.equals(now.version(), this.receiver.version()))
				.isEmpty();
		}

	}

}
