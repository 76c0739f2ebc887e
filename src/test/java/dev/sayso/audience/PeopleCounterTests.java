package dev.sayso.audience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;

import dev.sayso.ProductTest;
import dev.sayso.audience.PeopleCounter.Size;
import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.shared.TimeFormat;
import dev.sayso.store.TimedQueries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalMatchers.gt;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

/**
 * Holds that a size is told in time: exactly, or as an estimate that says so.
 */
@ProductTest
class PeopleCounterTests extends AudienceConsole {

	@Autowired
	TimedQueries store;

	@Autowired
	Clock clock;

	@Autowired
	TimeFormat times;

	@Autowired
	ConditionCompiler conditions;

	private final CountDownLatch held = new CountDownLatch(1);

	private TimedQueries queries;

	private PeopleCounter counter;

	@BeforeEach
	void begin() {
		this.queries = spy(this.store);
		this.counter = new PeopleCounter(new MatchingProfiles(this.queries, this.clock, this.times),
				Duration.ofMillis(200));
		for (int number = 0; number < 40; number++) {
			this.people.create(Map.of("country", "FR"));
		}
		this.jdbc.sql("update profile set bucket = mod(bucket, 16)").update();
	}

	@AfterEach
	void end() {
		this.held.countDown();
		this.counter.stop();
	}

	@Test
	void whatIsCountedInTimeIsExact() {
		Size size = until(true);
		assertThat(size.people()).isEqualTo(40);
		assertThat(size.coming()).isFalse();
	}

	@Test
	void whatTakesLongIsEstimatedAndJoinedWhenAskedAgain() {
		doAnswer((call) -> {
			this.held.await();
			return call.callRealMethod();
		}).when(this.queries).ask(gt(20), any());
		for (int attempt = 0; attempt < 3; attempt++) {
			Size size = this.counter.count(french(), "french");
			assertThat(size.exact()).isFalse();
			assertThat(size.coming()).isTrue();
			assertThat(size.people()).isEqualTo(40 * 1024 / 16);
		}
		this.held.countDown();
		assertThat(until(true).people()).isEqualTo(40);
		verify(this.queries, times(1)).ask(gt(20), any());
	}

	@Test
	void whatIsCutOffStaysAnEstimate() {
		doAnswer((call) -> {
			throw new QueryTimeoutException("too long");
		}).when(this.queries).ask(gt(20), any());
		assertThat(until(false)).extracting(Size::exact, Size::coming, Size::people)
			.containsExactly(false, false, 40L * 1024 / 16);
	}

	/** Asks until no exact number is on its way. */
	private Size until(boolean exact) {
		Instant late = Instant.now().plusSeconds(20);
		Size size = this.counter.count(french(), "french");
		while ((size.coming() || size.exact() != exact) && Instant.now().isBefore(late)) {
			size = this.counter.count(french(), "french");
		}
		return size;
	}

	private CompiledCondition french() {
		return this.conditions.compile(Condition.all(country("FR")));
	}

}
