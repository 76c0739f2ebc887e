package dev.sayso.decision.impact;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.store.JobQueue;

/**
 * Works out what publishing a draft would change: for everybody, or where that takes too
 * long and was not asked for, for a sample, which says that it is one.
 */
@Component
class ImpactCalculation {

	private static final Logger log = LoggerFactory.getLogger(ImpactCalculation.class);

	/** How many buckets a sample takes. */
	private static final int SAMPLE = 16;

	private final Decisions decisions;

	private final VersionComparisons comparisons;

	private final PeopleWalk walk;

	private final Profiles profiles;

	private final Impacts impacts;

	private final Clock clock;

	/** One after the other, so that the people at work are not slowed by them. */
	private final JobQueue queue = new JobQueue("impacts", 20);

	/**
	 * When a sample has to do.
	 *
	 * @param few so many people are never sampled
	 * @param seconds how long everybody may take
	 */
	record Patience(long few, double seconds) {

		static final Patience USUAL = new Patience(50_000, 10);

	}

	ImpactCalculation(Decisions decisions, VersionComparisons comparisons, PeopleWalk walk, Profiles profiles,
			Impacts impacts, Clock clock) {
		this.decisions = decisions;
		this.comparisons = comparisons;
		this.walk = walk;
		this.profiles = profiles;
		this.impacts = impacts;
		this.clock = clock;
	}

	Impact begin(Decision decision, boolean everybody, Actor by) {
		Impact begun = new Impact(Ids.next(), decision.id(), (decision.version() != null) ? decision.version() : 0,
				this.clock.instant(), by.name(), everybody, this.profiles.count(), 0, this.clock.instant(), null, null);
		this.impacts.add(begun);
		return begun;
	}

	void run(Impact impact, Patience patience, BooleanSupplier stopping) {
		Decision decision = this.decisions.findById(impact.decision())
			.orElseThrow(() -> new NotFoundException("decision " + impact.decision()));
		VersionComparison comparison = this.comparisons.compare(decision, Set.of());
		long begun = System.nanoTime();
		count(impact.id(), 0, SAMPLE, comparison, stopping);
		double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
		boolean sampled = !impact.everybody() && impact.total() > patience.few()
				&& seconds * Profile.BUCKETS / SAMPLE > patience.seconds();
		if (!sampled) {
			count(impact.id(), SAMPLE, Profile.BUCKETS, comparison, stopping);
		}
		this.impacts.complete(impact.id(), comparison.result(sampled).withoutMoves());
	}

	private void count(UUID id, int from, int to, VersionComparison comparison, BooleanSupplier stopping) {
		this.walk.run(comparison, from, to, () -> {
			if (stopping.getAsBoolean()) {
				throw new CancellationException("stopping");
			}
			this.impacts.progress(id, comparison.people(), this.clock.instant());
		}, (person, results) -> {
		});
	}

	void start(Impact begun) {
		try {
			this.queue.start(begun.id(), (stopping) -> run(begun, stopping));
		}
		catch (TaskRejectedException ex) {
			this.impacts.fail(begun.id());
		}
	}

	private void run(Impact begun, BooleanSupplier stopping) {
		try {
			run(begun, Patience.USUAL, stopping);
		}
		catch (RuntimeException ex) {
			log.warn("An impact broke off and can be worked out again from its page: {}", ex.getClass().getName());
			this.impacts.fail(begun.id());
		}
	}

	boolean has(UUID id) {
		return this.queue.has(id);
	}

	@PreDestroy
	void stop() {
		this.queue.close();
	}

}
