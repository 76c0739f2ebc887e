package dev.sayso.consent.suppression;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.sayso.consent.suppression.Suppression.Kind;
import dev.sayso.consent.suppression.Suppression.Reason;
import dev.sayso.person.Origin;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;

class SuppressionTests {

	private static final Instant NOW = Instant.parse("2026-03-03T20:47:12Z");

	@Test
	void bouncesAreUndeliverableAndWhatPeopleSayIsANo() {
		assertThat(of(Reason.HARD_BOUNCE, null).kind()).isEqualTo(Kind.UNDELIVERABLE);
		assertThat(of(Reason.SOFT_BOUNCES, null).kind()).isEqualTo(Kind.UNDELIVERABLE);
		assertThat(of(Reason.COMPLAINT, null)).matches(Suppression::own)
			.extracting(Suppression::kind)
			.isEqualTo(Kind.KEPT_SAY);
		assertThat(of(Reason.MANUAL, null).kind()).isEqualTo(Kind.KEPT_SAY);
		assertThat(Suppression.of(Channel.EMAIL, Reason.MANUAL, true, Origin.API, NOW, null, null).kind())
			.isEqualTo(Kind.UNDELIVERABLE);
	}

	@Test
	void softBouncesEndByThemselvesUnlessToldOtherwise() {
		Suppression bounced = of(Reason.SOFT_BOUNCES, null);
		assertThat(bounced.until()).isEqualTo(NOW.plus(Duration.ofDays(30)));
		assertThat(bounced.isInForce(NOW.plus(Duration.ofDays(30)).minusMillis(1))).isTrue();
		assertThat(bounced.isInForce(NOW.plus(Duration.ofDays(30)))).isFalse();
		assertThat(of(Reason.SOFT_BOUNCES, NOW.plusSeconds(9)).until()).isEqualTo(NOW.plusSeconds(9));
	}

	@Test
	void whatLastsLongerLasts() {
		Suppression soft = of(Reason.SOFT_BOUNCES, null);
		Suppression hard = of(Reason.HARD_BOUNCE, null);
		assertThat(soft.joined(hard, NOW)).satisfies((stands) -> {
			assertThat(stands.id()).isEqualTo(soft.id());
			assertThat(stands.reason()).isEqualTo(Reason.HARD_BOUNCE);
			assertThat(stands.until()).isNull();
		});
		assertThat(hard.joined(soft, NOW)).isEqualTo(hard);
	}

	@Test
	void whatEndedBeginsAnew() {
		Suppression soft = of(Reason.SOFT_BOUNCES, null);
		Instant later = NOW.plus(Duration.ofDays(40));
		Suppression again = Suppression.of(Channel.EMAIL, Reason.SOFT_BOUNCES, false, Origin.API, later, null, null);
		assertThat(soft.joined(again, later)).satisfies((stands) -> {
			assertThat(stands.id()).isEqualTo(soft.id());
			assertThat(stands.since()).isEqualTo(later);
			assertThat(stands.until()).isEqualTo(again.until());
		});
	}

	@Test
	void theirComplaintOutweighsWhatAnOperatorAdded() {
		assertThat(of(Reason.MANUAL, null).joined(of(Reason.COMPLAINT, null), NOW)).satisfies((stands) -> {
			assertThat(stands.reason()).isEqualTo(Reason.COMPLAINT);
			assertThat(stands.own()).isTrue();
		});
		Suppression complaint = of(Reason.COMPLAINT, null);
		assertThat(complaint.joined(of(Reason.MANUAL, null), NOW)).isEqualTo(complaint);
	}

	@ParameterizedTest
	@EnumSource(names = { "COMPLAINT", "CARRIER_STOP", "MANUAL", "IMPORTED", "KEPT_SAY" })
	void aNoStandsSinceItWasSaidLastWhateverItsReason(Reason reason) {
		Instant later = NOW.plus(Duration.ofDays(9));
		Suppression again = Suppression.of(Channel.EMAIL, reason, false, Origin.API, later, null, null);
		assertThat(of(reason, null).joined(again, later).since()).isEqualTo(later);
		assertThat(again.joined(of(reason, null), later).since()).isEqualTo(later);
	}

	private static Suppression of(Reason reason, @Nullable Instant until) {
		return Suppression.of(Channel.EMAIL, reason, false, Origin.API, NOW, until, null);
	}

}
