package dev.sayso.audience;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.person.Profile;

/**
 * Counts the profiles a condition matches. After two seconds it estimates from a sample
 * while counting goes on; after half a minute the query is cut off, so that none blocks
 * the store.
 */
@Component
class PeopleCounter {

	/** How long the exact number is waited for. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/** The time limit of a query, in seconds. */
	private static final int LIMIT = 30;

	/** How many buckets a sample takes. */
	private static final int SAMPLE = 16;

	private final ThreadPoolTaskExecutor counting = new ThreadPoolTaskExecutor();

	private final Cache<String, Future<Long>> running = Caffeine.newBuilder()
		.maximumSize(500)
		.expireAfterWrite(Duration.ofMinutes(2))
		.build();

	private final MatchingProfiles matching;

	private final Duration patience;

	@Autowired
	PeopleCounter(MatchingProfiles matching) {
		this(matching, PATIENCE);
	}

	PeopleCounter(MatchingProfiles matching, Duration patience) {
		this.matching = matching;
		this.patience = patience;
		this.counting.setThreadNamePrefix("counting-");
		this.counting.setCorePoolSize(2);
		this.counting.setMaxPoolSize(2);
		this.counting.setQueueCapacity(100);
		this.counting.setAllowCoreThreadTimeOut(true);
		this.counting.initialize();
	}

	/**
	 * The size of a condition.
	 *
	 * @param exact whether it was counted, not estimated
	 * @param coming whether an exact number is still being counted
	 */
	record Size(long people, boolean exact, boolean coming, long millis) {

		/** The size where not even an estimate was ready in time. */
		static final Size UNKNOWN = new Size(-1, false, false, 0);

		public boolean known() {
			return this.people >= 0;
		}

		public double seconds() {
			return Math.max(1, Math.round(this.millis / 100.0)) / 10.0;
		}

	}

	/**
	 * Counts, or estimates what takes too long.
	 * @param name a key of the condition, so that a repeated request joins the running
	 * count
	 */
	Size count(CompiledCondition condition, String name) {
		long begun = System.nanoTime();
		Future<Long> count;
		try {
			count = this.running.get(name,
					(key) -> this.counting.submit(() -> this.matching.count(LIMIT, condition, "1 = 1")));
			long people = count.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
			this.running.invalidate(name);
			return new Size(people, true, false, (System.nanoTime() - begun) / 1_000_000);
		}
		catch (TimeoutException ex) {
			return estimate(condition, true, begun);
		}
		catch (ExecutionException | TaskRejectedException ex) {
			this.running.invalidate(name);
			return estimate(condition, false, begun);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Size.UNKNOWN;
		}
	}

	private Size estimate(CompiledCondition condition, boolean coming, long begun) {
		try {
			long sampled = this.matching.count((int) PATIENCE.toSeconds(), condition, "p.bucket < " + SAMPLE);
			return new Size(sampled * Profile.BUCKETS / SAMPLE, false, coming, (System.nanoTime() - begun) / 1_000_000);
		}
		catch (DataAccessException ex) {
			return new Size(-1, false, coming, (System.nanoTime() - begun) / 1_000_000);
		}
	}

	@PreDestroy
	void stop() {
		this.counting.shutdown();
	}

}
