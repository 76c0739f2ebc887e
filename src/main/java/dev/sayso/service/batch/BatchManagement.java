package dev.sayso.service.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.person.BatchedProfileLookup;
import dev.sayso.service.batch.SubscriptionBatch.State;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.StaleEditException;

/**
 * Begins batches, and each of their steps.
 */
@Component
class BatchManagement {

	/** So long one waits to be begun, since it holds who is meant. */
	private static final Duration WAIT = Duration.ofDays(2);

	private final SubscriptionBatches batches;

	private final BatchMembers members;

	private final RunBatch runs;

	private final BatchedProfileLookup people;

	private final TransactionTemplate transaction;

	private final Clock clock;

	BatchManagement(SubscriptionBatches batches, BatchMembers members, RunBatch runs, BatchedProfileLookup people,
			TransactionTemplate transaction, Clock clock) {
		this.batches = batches;
		this.members = members;
		this.runs = runs;
		this.people = people;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Gathers and counts in the background whom a query means. */
	SubscriptionBatch gather(SubscriptionBatch draft) {
		SubscriptionBatch batch = this.batches.save(draft);
		this.runs.start(batch.id());
		return batch;
	}

	/** Counts in the background what becomes of these people. */
	SubscriptionBatch count(SubscriptionBatch draft, Collection<ProfileId> chosen, int strangers) {
		SubscriptionBatch batch = this.transaction.execute((status) -> {
			SubscriptionBatch saved = this.batches.save(draft);
			this.members.add(saved.id(), chosen);
			return this.batches.save(saved.count(this.members.count(saved.id()), strangers, this.clock.instant()));
		});
		this.runs.start(Objects.requireNonNull(batch).id());
		return batch;
	}

	/**
	 * The same of those that a file names. Who leaves by an address leaves with every
	 * profile that has it; to be subscribed, a name has to be one person's.
	 */
	SubscriptionBatch count(SubscriptionBatch draft, List<String> names) {
		Map<String, List<ProfileId>> found = this.people.ofPlain(names);
		List<ProfileId> chosen = new ArrayList<>();
		int strangers = 0;
		for (String name : names) {
			List<ProfileId> matches = found.getOrDefault(name, List.of());
			if (matches.size() == 1 || (!draft.in() && !matches.isEmpty())) {
				chosen.addAll(matches);
			}
			else {
				strangers++;
			}
		}
		return count(draft, chosen, strangers);
	}

	/** Begins one that was counted, or goes on with one that was broken off. */
	void start(SubscriptionBatch batch, Actor by) {
		Instant now = this.clock.instant();
		this.batches.save((batch.state() == State.ASKED) ? batch.start(now, by.name()) : batch.resume(now));
		this.runs.start(batch.id());
	}

	void undo(SubscriptionBatch batch, Actor by) {
		this.batches.save(batch.undo(this.clock.instant(), by.name()));
		this.runs.start(batch.id());
	}

	/**
	 * Deletes a batch that changed nobody.
	 * @throws StaleEditException when it did, or is about to
	 */
	@Transactional
	void discard(SubscriptionBatch batch) {
		if (!batch.isIdle()) {
			throw new StaleEditException("batch");
		}
		this.batches.delete(batch);
	}

	boolean isInterrupted(SubscriptionBatch batch) {
		return !this.runs.has(batch.id()) && batch.isInterrupted(this.clock.instant());
	}

	boolean mayUndo(SubscriptionBatch batch) {
		return batch.mayUndo(this.clock.instant());
	}

	@Scheduled(initialDelay = 30, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void deleteForgotten() {
		this.batches.deleteForgotten(this.clock.instant().minus(WAIT));
	}

}
