package dev.sayso.account.security;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

import org.springframework.stereotype.Component;

import dev.sayso.account.token.ApiCallSettings;
import dev.sayso.account.token.ApiToken;

/**
 * Bounds the calls that each token makes, as Settings have it. Kept in memory, by each
 * instance for itself.
 */
@Component
class ApiCallLimit {

	private static final Duration PERIOD = Duration.ofMinutes(1);

	private final ApiCallSettings settings;

	private final Clock clock;

	private final Cache<UUID, Calls> tokens = Caffeine.newBuilder()
		.maximumSize(10_000)
		.expireAfterAccess(PERIOD.multipliedBy(2))
		.build();

	ApiCallLimit(ApiCallSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
	}

	/** What is left to a token of the limit that held when it was begun. */
	private record Calls(int limit, Bucket bucket) {

	}

	/** Counts a call; gives how long to wait for the next one where it is too many. */
	Duration count(ApiToken token) {
		int limit = this.settings.perMinute();
		Calls calls = this.tokens.asMap()
			.compute(token.id(), (id, held) -> (held != null && held.limit() == limit) ? held : begin(limit));
		ConsumptionProbe call = calls.bucket().tryConsumeAndReturnRemaining(1);
		return call.isConsumed() ? Duration.ZERO : Duration.ofNanos(call.getNanosToWaitForRefill());
	}

	private Calls begin(int limit) {
		return new Calls(limit,
				Bucket.builder()
					.addLimit((bandwidth) -> bandwidth.capacity(limit).refillGreedy(limit, PERIOD))
					.withCustomTimePrecision(new ClockMeter(this.clock))
					.build());
	}

}
