package dev.sayso.contact.receiver;

import java.time.Clock;
import java.util.function.BooleanSupplier;

import org.springframework.stereotype.Component;

import dev.sayso.contact.feed.SayChanges;

/**
 * Tells one receiver all that it was not told yet.
 */
@Component
class TellReceiver {

	private final ToldBooks books;

	private final SayChanges changes;

	private final WebhookClient client;

	private final WebhookMessages messages;

	private final Clock clock;

	TellReceiver(ToldBooks books, SayChanges changes, WebhookClient client, WebhookMessages messages, Clock clock) {
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
			return tell(receiver, claimed, stopping);
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
		WebhookMessages.Writer writer = this.messages.of(receiver);
		Snapshot snapshot = new Snapshot(this.books, this.changes, this.client, receiver, writer);
		ToldBooks.Claimed now = snapshot.run(claimed, stopping);
		if (snapshot.isDown()) {
			this.books.save(now.progress().down(this.clock.instant()), claimed.claim());
			return Telling.End.DOWN;
		}
		return (now.progress().snapshotAfter() != null) ? Telling.End.LOST
				: new Telling(this.books, this.client, this.clock, receiver, writer, now).run(stopping);
	}

}
