package dev.sayso.account.security;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Named proxies are known without waiting for the store that names them.
 */
class SlowClientsExemptionTests {

	@Test
	@Timeout(20)
	void whoAcceptsConnectionsWaitsForNobody() {
		CompletableFuture<String> store = new CompletableFuture<>();
		Predicate<String> exempt = SlowClients.lately((address) -> store.join().equals(address));
		assertThat(exempt.test("192.0.2.1")).isFalse();
		assertThat(exempt.test("192.0.2.1")).isFalse();
		assertThat(exempt.test("192.0.2.2")).isFalse();
		store.complete("192.0.2.1");
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> exempt.test("192.0.2.1"));
		assertThat(exempt.test("192.0.2.2")).isFalse();
	}

	@Test
	void whatCannotBeAskedIsNoProxyYet() {
		assertThat(SlowClients.lately((address) -> {
			throw new IllegalStateException("no store");
		}).test("192.0.2.1")).isFalse();
	}

}
