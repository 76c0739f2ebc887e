package dev.sayso.account.security;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

/**
 * How many bodies are waited for just now, in all and of one network, and how long each
 * may keep a thread: ten seconds and one more for each kilobyte that came, a second while
 * its network has many. Half of the threads are never given to waiting.
 */
class BodyWaits {

	/** How many of one network may be slow in their own time. */
	static final int PATIENT = 16;

	/** How many of one network may be waited for at once. */
	static final int OF_ONE_NETWORK = 64;

	static final Duration PATIENCE = Duration.ofSeconds(10);

	static final Duration IMPATIENCE = Duration.ofSeconds(1);

	private static final int BYTES_A_SECOND = 1024;

	private final AtomicInteger all = new AtomicInteger();

	private final int most;

	private final LoadingCache<String, AtomicInteger> networks = Caffeine.newBuilder()
		.weakValues()
		.build((network) -> new AtomicInteger());

	BodyWaits(int threads) {
		this.most = threads / 2;
	}

	Network of(String address) {
		return new Network(this.networks.get(dev.sayso.shared.Network.prefix(address, 32, 64)));
	}

	/** The time to wait for the rest of a body of which so much has come. */
	static Duration allowed(int reading, long received) {
		return ((reading > PATIENT) ? IMPATIENCE : PATIENCE).plusMillis(received * 1000 / BYTES_A_SECOND);
	}

	/** What one network has waiting. */
	final class Network {

		private final AtomicInteger reading;

		private Network(AtomicInteger reading) {
			this.reading = reading;
		}

		int enter() {
			BodyWaits.this.all.incrementAndGet();
			return this.reading.incrementAndGet();
		}

		void leave() {
			this.reading.decrementAndGet();
			BodyWaits.this.all.decrementAndGet();
		}

		boolean isFull(int place) {
			return place > OF_ONE_NETWORK || BodyWaits.this.all.get() > BodyWaits.this.most;
		}

	}

}
