package dev.sayso.store;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.sayso.shared.Actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Holds that it takes two: to let something go live, and to require two no more.
 */
class FourEyesTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	private static final Actor NOOR = Actor.account("1", "Noor");

	private static final Actor ADA = Actor.account("2", "Ada");

	private final FourEyes required = FourEyes.of(NOOR, NOON).require();

	@Test
	void whoChangedItLastDoesNotLetItGoLive() {
		assertThatExceptionOfType(FourEyesException.class).isThrownBy(() -> this.required.check(NOOR));
		assertThatExceptionOfType(FourEyesException.class)
			.isThrownBy(() -> this.required.check(Actor.account("1", "Noor de Wit")));
		assertThatNoException().isThrownBy(() -> this.required.check(ADA));
		assertThatNoException().isThrownBy(() -> this.required.check(Actor.account("3", "Noor")));
		assertThatNoException().isThrownBy(() -> FourEyes.of(NOOR, NOON).check(NOOR));
		FourEyes taken = this.required.edit(ADA, NOON);
		assertThat(taken.lets(ADA)).isFalse();
		assertThat(taken.lets(NOOR)).isTrue();
	}

	@Test
	void whereNoAccountIsKnownTheNameStandsIn() {
		FourEyes before = FourEyes.of("Noor", NOON).require();
		assertThat(before.lets(NOOR)).isFalse();
		assertThat(before.lets(ADA)).isTrue();
	}

	@Test
	void aChangeTakesBackWhatWasAskedFor() {
		FourEyes asked = this.required.request(NOOR, NOON);
		assertThat(asked.requestedBy()).isEqualTo("Noor");
		assertThat(asked.edit(NOOR, NOON).requestedBy()).isNull();
		assertThat(asked.close().requestedBy()).isNull();
		assertThat(this.required.request(ADA, NOON)).isEqualTo(this.required);
		assertThat(FourEyes.of(NOOR, NOON).request(NOOR, NOON).requestedBy()).isNull();
	}

	@Test
	void itTakesTwoToRequireThemNoMore() {
		FourEyes asked = this.required.release(NOOR, NOON);
		assertThat(asked.required()).isTrue();
		assertThat(asked.release(NOOR, NOON.plusSeconds(1))).isEqualTo(asked);
		assertThat(asked.mayRelease(NOOR)).isFalse();
		assertThat(asked.mayRelease(ADA)).isTrue();
		assertThat(asked.release(ADA, NOON).required()).isFalse();
		assertThat(asked.require()).isEqualTo(this.required);
		assertThat(asked.require().release(ADA, NOON).required()).isTrue();
		assertThat(asked.edit(NOOR, NOON).release(NOOR, NOON).required()).isTrue();
	}

}
