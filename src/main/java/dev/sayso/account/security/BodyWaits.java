package dev.sayso.account.security;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

/**
 * How many bodies are waited for just now, in all and of one network, and how long each
 * may keep a thread: ten seconds and one more for each kilobyte that came, and the less
 * the more its network has waiting. A quarter of the threads is never given to waiting.
 */
class BodyWaits {

	/** How many of one network may be slow in their own time. */
	static final int PATIENT = 16;

	/** How many of one network get more than what a network's jitter takes. */
	static final int OF_ONE_NETWORK = 48;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration IMPATIENCE = Duration.ofSeconds(1);

	private static final Duration JITTER = Duration.ofMillis(250);

	private static final int BYTES_A_SECOND = 1024;

	private final AtomicInteger all = new AtomicInteger();

	private final int threads;

	private final LoadingCache<String, AtomicInteger> networks = Caffeine.newBuilder()
		.weakValues()
		.build((network) -> new AtomicInteger());

	BodyWaits(int threads) {
		this.threads = threads;
	}

	Network of(String address) {
		return new Network(this.networks.get(dev.sayso.shared.Network.prefix(address, 32, 64)));
	}

	/** What one network has waiting. */
	final class Network {

		private final AtomicInteger reading;

		private Network(AtomicInteger reading) {
			this.reading = reading;
		}

		/** How many there are now, the new one included. */
		int enter() {
			BodyWaits.this.all.incrementAndGet();
			return this.reading.incrementAndGet();
		}

		void leave() {
			this.reading.decrementAndGet();
			BodyWaits.this.all.decrementAndGet();
		}

		/**
		 * The time to wait in all for a body of which so much has come.
		 * @param place how many there were when the wait began
		 */
		Duration allowed(int place, long received) {
			int waiting = BodyWaits.this.all.get();
			if (waiting > BodyWaits.this.threads * 3 / 4) {
				return Duration.ZERO;
			}
			Duration first = PATIENCE;
			if (place > OF_ONE_NETWORK || waiting > BodyWaits.this.threads / 2) {
				first = JITTER;
			}
			else if (place > PATIENT) {
				first = IMPATIENCE;
			}
			return first.plusMillis(received * 1000 / BYTES_A_SECOND);
		}

		/** Whether a body whose parts cannot be told to be there has to be refused. */
		boolean isFull(int place) {
			return place > OF_ONE_NETWORK || BodyWaits.this.all.get() > BodyWaits.this.threads / 2;
		}

	}

}
