package dev.sayso.account.security;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BodyWaitsTests {

	private static final long MEGABYTE = 1 << 20;

	private final BodyWaits waits = new BodyWaits(200);

	@ParameterizedTest
	@CsvSource({ "1, 0, 9900, 9900, false", "1, 0, 10100, 10100, true", "1, 20480, 29000, 900, false",
			"1, 20480, 31000, 900, true", "16, 4718592, 9900, 9900, false", "16, 4718592, 10100, 10100, true",
			"17, 4718592, 900, 900, false", "17, 4718592, 1100, 1100, true", "48, 4718592, 600000, 900, false",
			"49, 0, 200, 200, false", "49, 4718592, 300, 200, true", "150, 52428800, 300, 10, true" })
	void whatWasSentBuysNoSilenceAndNothingWhereANetworkHasMany(int place, long received, long waited, long silence,
			boolean refused) {
		assertThat(this.waits.find("192.0.2.7")
			.isTooSlow(place, received, Duration.ofMillis(waited), Duration.ofMillis(silence))).isEqualTo(refused);
	}

	/** Fifty megabytes at a megabit a second, in parts that each come after a while. */
	@Test
	void aLargeFileOverASlowLineIsTaken() {
		BodyWaits.Network network = this.waits.find("192.0.2.7");
		int place = network.enter();
		Duration part = Duration.ofMillis(500);
		Duration waited = Duration.ZERO;
		for (long received = 0; received < 50 * MEGABYTE; received += 62_500) {
			waited = waited.plus(part);
			assertThat(network.isTooSlow(place, received, waited, part)).isFalse();
		}
		assertThat(waited).isGreaterThan(Duration.ofMinutes(6));
	}

	@Test
	void aNetworkThatHasManyWaitingTakesNothingFromAnother() {
		BodyWaits.Network many = this.waits.find("198.51.100.1");
		int last = IntStream.range(0, BodyWaits.OF_ONE_NETWORK + 1).map((each) -> many.enter()).max().orElseThrow();
		assertThat(many.isTooSlow(last, 4 * MEGABYTE, Duration.ofSeconds(1), Duration.ofMillis(100))).isTrue();
		BodyWaits.Network other = this.waits.find("203.0.113.9");
		assertThat(other.isTooSlow(other.enter(), 0, Duration.ofSeconds(9), Duration.ofSeconds(9))).isFalse();
	}

	@Test
	void whereHalfOfAllThreadsWaitNobodyEarnsTimeAndAQuarterIsNeverGiven() {
		BodyWaits.Network patient = this.waits.find("203.0.113.9");
		int place = patient.enter();
		enter(100);
		assertThat(patient.isTooSlow(place, 4 * MEGABYTE, Duration.ofMillis(200), Duration.ofMillis(200))).isFalse();
		assertThat(patient.isTooSlow(place, 4 * MEGABYTE, Duration.ofMillis(300), Duration.ofMillis(10))).isTrue();
		enter(50);
		assertThat(patient.isTooSlow(place, 0, Duration.ZERO, Duration.ZERO)).isTrue();
	}

	private void enter(int many) {
		IntStream.range(0, many).forEach((each) -> this.waits.find("198.51.100." + each).enter());
	}

}
