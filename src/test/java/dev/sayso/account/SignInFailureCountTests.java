package dev.sayso.account;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignInFailureCountTests {

	private final Instant now = Instant.parse("2026-11-22T10:00:00Z");

	@Test
	void fourFailuresAreSlowedButLockNothing() {
		SignInFailureCount failures = after(4);
		assertThat(failures.locked(this.now)).isZero();
		assertThat(after(2).delay()).isZero();
		assertThat(failures.delay()).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void theFifthLocksForAMinuteAndEachFurtherForLonger() {
		assertThat(after(5).locked(this.now)).isEqualTo(Duration.ofMinutes(1));
		assertThat(after(6).locked(this.now)).isEqualTo(Duration.ofMinutes(2));
		assertThat(after(8).locked(this.now)).isEqualTo(Duration.ofMinutes(8));
	}

	@Test
	void nobodyIsLockedForEver() {
		SignInFailureCount failures = after(1000);
		assertThat(failures.locked(this.now)).isEqualTo(SignInFailureCount.LONGEST_LOCK);
		assertThat(failures.delay()).isEqualTo(Duration.ofSeconds(2));
		assertThat(failures.locked(this.now.plus(SignInFailureCount.LONGEST_LOCK))).isZero();
	}

	@Test
	void aQuietDayForgetsThem() {
		assertThat(after(7).next(this.now.plus(Duration.ofHours(25))).count()).isOne();
	}

	private SignInFailureCount after(int times) {
		SignInFailureCount failures = SignInFailureCount.none();
		for (int i = 0; i < times; i++) {
			failures = failures.next(this.now);
		}
		return failures;
	}

}
