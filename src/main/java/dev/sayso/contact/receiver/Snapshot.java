package dev.sayso.contact.receiver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import dev.sayso.contact.feed.SayChange;
import dev.sayso.contact.feed.SayChanges;
import dev.sayso.shared.ProfileId;

/**
 * Tells a receiver what everybody says as it stands: of each person the newest change of
 * each purpose, some people at a time, who are told again if not all of it was taken.
 */
final class Snapshot {

	private static final int PEOPLE = 200;

	private static final String BECAUSE = "snapshot";

	private final ToldBooks books;

	private final SayChanges changes;

	private final WebhookClient client;

	private final Receiver receiver;

	private final WebhookMessages.Writer writer;

	private final Semaphore free = new Semaphore(WebhookClient.AT_ONCE);

	private final AtomicBoolean down = new AtomicBoolean();

	Snapshot(ToldBooks books, SayChanges changes, WebhookClient client, Receiver receiver,
			WebhookMessages.Writer writer) {
		this.books = books;
		this.changes = changes;
		this.client = client;
		this.receiver = receiver;
		this.writer = writer;
	}

	/**
	 * Tells until everybody was told.
	 * @return how far it came
	 */
	ToldBooks.Claimed run(ToldBooks.Claimed claimed, BooleanSupplier stopping) throws InterruptedException {
		Progress progress = claimed.progress();
		while (progress.snapshotAfter() != null && !stopping.getAsBoolean() && !this.down.get()) {
			List<UUID> people = this.changes.people(progress.snapshotAfter(), PEOPLE);
			tell(this.changes.standing(people, this.receiver.channelSet()));
			if (!this.down.get()) {
				progress = progress.well().snapshot(people.isEmpty() ? null : people.get(people.size() - 1));
				if (!this.books.save(progress, claimed.claim())) {
					return new ToldBooks.Claimed(claimed.claim(), progress.snapshot(Progress.NOBODY));
				}
			}
		}
		return new ToldBooks.Claimed(claimed.claim(), progress);
	}

	boolean isDown() {
		return this.down.get();
	}

	private void tell(List<SayChange> standing) throws InterruptedException {
		Map<ProfileId, List<SayChange>> people = new LinkedHashMap<>();
		standing
			.forEach((change) -> people.computeIfAbsent(change.profile(), (person) -> new ArrayList<>()).add(change));
		List<CompletableFuture<?>> told = new ArrayList<>();
		for (List<SayChange> person : people.values()) {
			this.free.acquire();
			CompletableFuture<?> each = CompletableFuture.completedFuture(Boolean.TRUE);
			for (SayChange change : person) {
				each = each.thenCompose((before) -> post(change));
			}
			told.add(each.whenComplete((result, failure) -> this.free.release()));
		}
		CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)).join();
	}

	private CompletableFuture<?> post(SayChange change) {
		if (this.down.get()) {
			return CompletableFuture.completedFuture(Boolean.FALSE);
		}
		CompletableFuture<Boolean> answered = new CompletableFuture<>();
		SayChange.Item item = change.item();
		SayChange.Item told = new SayChange.Item(item.id(), item.at(), item.profile(), item.externalId(), item.kind(),
				item.purpose(), null, item.after(), item.origin(), BECAUSE);
		this.client.post(this.writer.write(told, item.id() + "_" + BECAUSE, null), (answer) -> {
			if (answer.isDown()) {
				this.down.set(true);
			}
			answered.complete(answer.isTaken());
		});
		return answered;
	}

}
