package dev.sayso.landing.visit;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

import dev.sayso.landing.LinkToken;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.shared.NamedOrigins;
import dev.sayso.shared.Network;
import dev.sayso.shared.Settings;

/**
 * Limits the forms of visitors nobody identified: how fast one is filled in and answered,
 * how many come from one network, how many are about one address, known or not.
 */
@Component
@EnableConfigurationProperties(VisitorLimits.Properties.class)
public class VisitorLimits {

	private final LoadingCache<String, Bucket> networks;

	private final LoadingCache<String, Bucket> addresses;

	private final Duration fillTime;

	private final Duration answerTime;

	private final LinkToken tokens;

	private final Settings settings;

	private final Clock clock;

	VisitorLimits(Properties properties, LinkToken tokens, Settings settings, Clock clock) {
		this.settings = settings;
		this.fillTime = properties.fillTime();
		this.answerTime = properties.answerTime();
		this.tokens = tokens;
		this.clock = clock;
		this.networks = buckets(properties.share(properties.fromNetwork()));
		this.addresses = buckets(properties.share(properties.aboutAddress()));
	}

	/**
	 * How the forms are guarded.
	 *
	 * @param fillTime how long a person takes at least to fill one
	 * @param fromNetwork how many are taken from one network in ten minutes
	 * @param aboutAddress how many are taken about one address in ten minutes
	 * @param answerTime after how long one is answered, so that the time it takes to look
	 * an address up tells nobody whether it is known
	 * @param instances how many instances share the limits, of which each keeps its part
	 */
	@ConfigurationProperties("sayso.visitors")
	record Properties(@DefaultValue("2s") Duration fillTime, @DefaultValue("60") int fromNetwork,
			@DefaultValue("6") int aboutAddress, @DefaultValue("250ms") Duration answerTime,
			@DefaultValue("1") int instances) {

		private int share(int limit) {
			return Math.max(1, limit / Math.max(1, this.instances));
		}

	}

	/**
	 * Whether a form was filled in faster than people do, or does not tell when it was
	 * shown.
	 */
	boolean isTooFast(PublicFormBody body) {
		long shown = Optional.ofNullable(body.sealed()).flatMap(this.tokens::time).orElse(Long.MAX_VALUE);
		Duration taken = Duration.ofMillis(this.clock.instant().toEpochMilli() - shown);
		return taken.isNegative() || taken.compareTo(this.fillTime) < 0;
	}

	/**
	 * Whether a form is the copy that a named website shows, of which nobody knows when
	 * it was opened.
	 */
	boolean isCopy(VisitorRequest request) {
		return NamedOrigins.of(this.settings).has(request.origin());
	}

	/** After how many seconds another form from this network is taken; 0 for at once. */
	public long fromNetwork(String remote) {
		return wait(this.networks.get(network(remote)));
	}

	public long aboutAddress(String address) {
		return wait(this.addresses.get(address));
	}

	/**
	 * Waits until it is time to answer a form; the transaction that took it is over.
	 * @param begun when taking it began, by {@link System#nanoTime}
	 */
	public void waitSince(long begun) {
		long answered = begun + untilAnswer(System.nanoTime() - begun, this.answerTime.toNanos());
		for (long left = answered - System.nanoTime(); left > 0; left = answered - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

	/**
	 * When a form is answered, counted from its beginning: where taking it took longer
	 * than answering should, after twice the time, and so on, so that being late tells
	 * little.
	 */
	static long untilAnswer(long taken, long answerTime) {
		return (answerTime <= 0) ? 0 : Math.max(1, Math.floorDiv(taken + answerTime - 1, answerTime)) * answerTime;
	}

	void forget() {
		this.networks.invalidateAll();
		this.addresses.invalidateAll();
	}

	/** The network of an internet address: /24 of version 4, /48 of version 6. */
	static String network(String remote) {
		return Network.prefix(remote, 24, 48);
	}

	private static long wait(Bucket bucket) {
		return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill())
			.plusMillis(999)
			.toSeconds();
	}

	private static LoadingCache<String, Bucket> buckets(int perTenMinutes) {
		return Caffeine.newBuilder()
			.maximumSize(100_000)
			.expireAfterAccess(Duration.ofMinutes(20))
			.build((key) -> Bucket.builder()
				.addLimit((limit) -> limit.capacity(perTenMinutes).refillGreedy(perTenMinutes, Duration.ofMinutes(10)))
				.build());
	}

}
