package dev.sayso.service.batch;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import jakarta.annotation.PreDestroy;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.audit.Audit;
import dev.sayso.audit.FieldChange;
import dev.sayso.person.Profile;
import dev.sayso.profile.list.ProfileQuery;
import dev.sayso.profile.list.ProfileSearch;
import dev.sayso.service.Service;
import dev.sayso.service.Services;
import dev.sayso.service.batch.BatchMembers.Member;
import dev.sayso.shared.NotFoundException;
import dev.sayso.store.JobQueue;

/**
 * Works a batch off in the background, from where it stands to the end of its step. What
 * some people came to and how far it is are one commit, so that a batch that was broken
 * off goes on where it was.
 */
@Component
class RunBatch {

	/** People per commit; each locks their say until then. */
	private static final int AT_ONCE = 100;

	private final JobQueue queue = new JobQueue("subscriptions", 50);

	private final SubscriptionBatches batches;

	private final BatchMembers members;

	private final BatchStep step;

	private final Services services;

	private final ProfileSearch search;

	private final Audit audit;

	private final TransactionTemplate transaction;

	private final Clock clock;

	RunBatch(SubscriptionBatches batches, BatchMembers members, BatchStep step, Services services, ProfileSearch search,
			Audit audit, TransactionTemplate transaction, Clock clock) {
		this.batches = batches;
		this.members = members;
		this.step = step;
		this.services = services;
		this.search = search;
		this.audit = audit;
		this.transaction = transaction;
		this.clock = clock;
	}

	void start(UUID id) {
		this.queue.start(id, (stopping) -> run(id, stopping));
	}

	/** Whether this process runs the batch, or has queued it. */
	boolean has(UUID id) {
		return this.queue.has(id);
	}

	@Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
	void beat() {
		this.queue.beat((id) -> this.batches.beat(id, this.clock.instant()));
	}

	@PreDestroy
	void stop() {
		this.queue.close();
	}

	void run(UUID id, BooleanSupplier stopping) {
		SubscriptionBatch batch = this.batches.findById(id).orElseThrow(() -> new NotFoundException("batch"));
		if (batch.state() == SubscriptionBatch.State.GATHERING) {
			batch = gather(batch);
		}
		Service service = this.services.findBySlug(batch.service()).orElse(null);
		if (service == null || !batch.state().isMoving()) {
			return;
		}
		List<Member> some = this.members.after(id, batch.reached(), AT_ONCE);
		while (!some.isEmpty() && !stopping.getAsBoolean()) {
			batch = take(batch, service, some);
			some = this.members.after(id, batch.reached(), AT_ONCE);
		}
		if (some.isEmpty()) {
			finish(batch, service);
		}
	}

	/** Gathers who is meant; where that was broken off, anew. */
	private SubscriptionBatch gather(SubscriptionBatch batch) {
		this.members.clear(batch.id());
		try {
			this.search.each(ProfileQuery.parse(Objects.requireNonNullElse(batch.query(), "")), (people) -> {
				this.members.add(batch.id(), people.stream().map(Profile::id).toList());
				this.batches.beat(batch.id(), this.clock.instant());
			});
		}
		catch (QueryTimeoutException ex) {
			return this.batches.save(batch.fail("batch.failure.long", this.clock.instant()));
		}
		return this.batches.save(batch.count(this.members.count(batch.id()), batch.strangers(), this.clock.instant()));
	}

	private SubscriptionBatch take(SubscriptionBatch batch, Service service, List<Member> some) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			SubscriptionBatch.Tally tally = this.step.take(batch, service, some);
			UUID last = some.get(some.size() - 1).profile().id();
			return this.batches.save(batch.advance(last, tally, this.clock.instant()));
		}));
	}

	private void finish(SubscriptionBatch batch, Service service) {
		this.transaction.executeWithoutResult((status) -> {
			SubscriptionBatch end = this.batches.save(batch.finish(this.clock.instant()));
			switch (end.state()) {
				case DONE -> this.audit.write(end.actor(), end.in() ? "subscribed-many" : "unsubscribed-many",
						service.subject(), List.of(people(end.tally().acted())));
				case UNDONE ->
					this.audit.write(end.actor(), end.in() ? "subscribed-many.undone" : "unsubscribed-many.undone",
							service.subject(), List.of(people(end.tally().undone())));
				default -> {
				}
			}
		});
	}

	private static FieldChange people(int count) {
		return new FieldChange("people", null, String.valueOf(count));
	}

}
