package dev.sayso.landing.visit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;

import org.springframework.stereotype.Component;

/**
 * Slows down who sends forms for visitors nobody identified: so many from one network, so
 * many about one address, known or not.
 */
@Component
class VisitorLimits {

	private final LoadingCache<String, Bucket> networks;

	private final LoadingCache<String, Bucket> addresses;

	VisitorLimits(VisitorLimitProperties properties) {
		this.networks = buckets(properties.fromNetwork());
		this.addresses = buckets(properties.aboutAddress());
	}

	/**
	 * After how many seconds another form from this network is taken; 0 for at once.
	 */
	long fromNetwork(String remote) {
		return wait(this.networks.get(network(remote)));
	}

	/**
	 * After how many seconds another form about this address is taken; 0 for at once.
	 */
	long aboutAddress(String address) {
		return wait(this.addresses.get(address));
	}

	/**
	 * Begins anew.
	 */
	void forget() {
		this.networks.invalidateAll();
		this.addresses.invalidateAll();
	}

	/**
	 * The network of an internet address: /24 of version 4, /48 of version 6.
	 */
	static String network(String remote) {
		try {
			byte[] bytes = InetAddress
				.getByName(remote.matches("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*") ? remote : "0.0.0.0")
				.getAddress();
			byte[] prefix = Arrays.copyOf(bytes, (bytes.length == 4) ? 3 : 6);
			byte[] truncated = Arrays.copyOf(prefix, bytes.length);
			return InetAddress.getByAddress(truncated).getHostAddress();
		}
		catch (UnknownHostException ex) {
			return HexFormat.of().toHexDigits(remote.hashCode());
		}
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
