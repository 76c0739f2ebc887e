package dev.sayso.account.security;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

/**
 * How many bodies are waited for just now, in all and of one network, and how long each
 * may keep a thread: silent for ten seconds, and in all for one more with each kilobyte
 * that came; the less the more its network has waiting, and where those are many, nothing
 * is earned by what came. A quarter of the threads is never given to waiting.
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

	Network find(String address) {
		return new Network(this.networks.get(dev.sayso.shared.Network.of(address)));
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
		 * Whether a body has kept its thread for too long.
		 * @param place how many there were when the wait began
		 * @param received how many bytes of it have come
		 * @param waited the time it was waited for in all
		 * @param silence the time since something of it came
		 */
		boolean isTooSlow(int place, long received, Duration waited, Duration silence) {
			if (BodyWaits.this.all.get() > BodyWaits.this.threads * 3 / 4) {
				return true;
			}
			boolean crowded = isFull(place);
			Duration patience = crowded ? JITTER : (place > PATIENT) ? IMPATIENCE : PATIENCE;
			Duration earned = Duration.ofMillis(crowded ? 0 : received * 1000 / BYTES_A_SECOND);
			return silence.compareTo(patience) > 0 || waited.compareTo(patience.plus(earned)) > 0;
		}

		/**
		 * Whether so many wait that a body whose parts cannot be told to be there has to
		 * be refused.
		 */
		boolean isFull(int place) {
			return place > OF_ONE_NETWORK || BodyWaits.this.all.get() > BodyWaits.this.threads / 2;
		}

	}

}
