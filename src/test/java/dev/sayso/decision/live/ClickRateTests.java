package dev.sayso.decision.live;

import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.i18n.LocaleContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * The interval of a rate is Wilson's: the examples are those of Newcombe (Statistics in
 * Medicine 17, 1998), table I.
 */
class ClickRateTests {

	@AfterEach
	void reader() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void theIntervalIsThatOfThePublishedExamples() {
		interval(81, 263, 25.53, 36.62);
		interval(15, 148, 6.24, 16.05);
		interval(0, 20, 0, 16.11);
		interval(1, 29, 0.61, 17.18);
	}

	@Test
	void ofNothingThereIsNoneAndNorWhereMoreIsClickedThanShown() {
		assertThat(new ClickRate(0, 0).words()).isEqualTo("–");
		assertThat(new ClickRate(0, 0).interval()).isEmpty();
		assertThat(new ClickRate(3, 2).interval()).isEmpty();
		assertThat(new ClickRate(5, 5).high()).isEqualTo(100, within(1e-9));
	}

	@Test
	void itIsWrittenAsTheReaderDoes() {
		LocaleContextHolder.setLocale(Locale.FRENCH);
		assertThat(new ClickRate(81, 263).words()).isEqualTo("30,8 %");
		assertThat(new ClickRate(81, 263).interval()).isEqualTo("25,5–36,6 %");
	}

	private static void interval(long clicks, long displays, double low, double high) {
		ClickRate rate = new ClickRate(clicks, displays);
		assertThat(rate.low()).isEqualTo(low, within(0.01));
		assertThat(rate.high()).isEqualTo(high, within(0.01));
	}

}
