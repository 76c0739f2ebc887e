package dev.sayso.account.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import dev.sayso.account.SignInLockedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NetworkSignInLimitTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));

	private final NetworkSignInLimit networks = new NetworkSignInLimit(clock());

	@Test
	void aNetworkThatFailsTooOftenWaits() {
		fail(NetworkSignInLimit.FAILURES, "192.0.2.1");
		assertThatExceptionOfType(SignInLockedException.class).isThrownBy(() -> this.networks.begin("192.0.2.1"))
			.satisfies((locked) -> assertThat(locked.minutes()).isOne());
		this.networks.begin("192.0.2.2");
	}

	@Test
	void itMayTryAgainAfterAWhile() {
		fail(NetworkSignInLimit.FAILURES, "192.0.2.1");
		this.now.updateAndGet((instant) -> instant.plus(Duration.ofSeconds(31)));
		this.networks.begin("192.0.2.1");
		assertThatExceptionOfType(SignInLockedException.class).isThrownBy(() -> this.networks.begin("192.0.2.1"));
	}

	@Test
	void successesAreNotCounted() {
		for (int i = 0; i < 100; i++) {
			this.networks.begin("192.0.2.1");
			this.networks.giveBack("192.0.2.1");
		}
		this.networks.begin("192.0.2.1");
	}

	@Test
	void theAddressesThatOneLineGetsAreOneNetwork() {
		assertThat(NetworkSignInLimit.network("2001:db8:1:2:3:4:5:6"))
			.isEqualTo(NetworkSignInLimit.network("2001:db8:1:ffff::9"))
			.isNotEqualTo(NetworkSignInLimit.network("2001:db8:2:2:3:4:5:6"));
		assertThat(NetworkSignInLimit.network("192.0.2.1")).isEqualTo("192.0.2.1");
	}

	private void fail(int times, String address) {
		for (int i = 0; i < times; i++) {
			this.networks.begin(address);
		}
	}

	private Clock clock() {
		InstantSource source = this.now::get;
		return source.withZone(ZoneOffset.UTC);
	}

}
