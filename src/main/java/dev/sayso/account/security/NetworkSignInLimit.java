package dev.sayso.account.security;

import java.time.Clock;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;

import org.springframework.stereotype.Component;

import dev.sayso.account.SignInLockedException;
import dev.sayso.shared.Network;

/**
 * Bounds the failures that come from one network, whatever names are tried: it may fail
 * thirty times and then once more each half minute. Kept in memory, by each instance for
 * itself.
 */
@Component
class NetworkSignInLimit {

	static final int FAILURES = 30;

	static final Duration REFILLED_IN = Duration.ofMinutes(15);

	private final LoadingCache<String, Bucket> buckets;

	NetworkSignInLimit(Clock clock) {
		this.buckets = Caffeine.newBuilder()
			.maximumSize(100_000)
			.expireAfterAccess(REFILLED_IN)
			.build((network) -> bucket(clock));
	}

	/**
	 * Counts an attempt as failed; {@link #giveBack} takes that back.
	 * @throws SignInLockedException while the network has none left
	 */
	void begin(String address) {
		Bucket bucket = this.buckets.get(network(address));
		if (!bucket.tryConsume(1)) {
			EstimationProbe probe = bucket.estimateAbilityToConsume(1);
			throw new SignInLockedException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
	}

	void giveBack(String address) {
		this.buckets.get(network(address)).addTokens(1);
	}

	static String network(String address) {
		return Network.of(address);
	}

	private static Bucket bucket(Clock clock) {
		return Bucket.builder()
			.addLimit((limit) -> limit.capacity(FAILURES).refillGreedy(FAILURES, REFILLED_IN))
			.withCustomTimePrecision(new ClockMeter(clock))
			.build();
	}

}
