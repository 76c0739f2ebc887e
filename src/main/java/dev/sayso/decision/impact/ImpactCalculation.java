package dev.sayso.decision.impact;

import java.time.Clock;
import java.time.LocalDate;
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
import dev.sayso.decision.DecisionPeopleReader;
import dev.sayso.decision.Decisions;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.profile.list.ProfileSearch;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.TimeFormat;
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

	private final DecisionPeopleReader reader;

	private final ProfileSearch search;

	private final Profiles profiles;

	private final Impacts impacts;

	private final Clock clock;

	private final TimeFormat times;

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

	ImpactCalculation(Decisions decisions, VersionComparisons comparisons, DecisionPeopleReader reader,
			ProfileSearch search, Profiles profiles, Impacts impacts, Clock clock, TimeFormat times) {
		this.decisions = decisions;
		this.comparisons = comparisons;
		this.reader = reader;
		this.search = search;
		this.profiles = profiles;
		this.impacts = impacts;
		this.clock = clock;
		this.times = times;
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
		VersionComparison comparison = this.comparisons.both(decision, Set.of());
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
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.times.zone());
		DecisionPeopleReader.Query query = DecisionPeopleReader.Query.of(comparison.scopes(), false, today);
		this.reader.each((give) -> this.search.each(from, to, give), query, (block) -> {
			if (stopping.getAsBoolean()) {
				throw new CancellationException("stopping");
			}
			block.people()
				.forEach((person) -> comparison.add(person, block.capUsage().apply(DecisionPeopleReader.id(person))));
			this.impacts.progress(id, comparison.people(), this.clock.instant());
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
