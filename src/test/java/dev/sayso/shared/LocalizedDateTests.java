package dev.sayso.shared;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalizedDateTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "fr | 2026-10-01 | 1er octobre 2026 | jeudi 1er octobre 2026 | 1er oct.",
					"fr-BE | 2031-01-01 | 1er janvier 2031 | mercredi 1er janvier 2031 | 1er janv.",
					"fr | 2026-10-11 | 11 octobre 2026 | dimanche 11 octobre 2026 | 11 oct.",
					"fr | 2026-10-21 | 21 octobre 2026 | mercredi 21 octobre 2026 | 21 oct.",
					"fr | 2026-10-02 | 2 octobre 2026 | vendredi 2 octobre 2026 | 2 oct.",
					"nl | 2026-10-01 | 1 oktober 2026 | donderdag 1 oktober 2026 | 1 okt",
					"en | 2026-10-01 | 1 October 2026 | Thursday 1 October 2026 | 1 Oct" })
	void theFirstOfAMonthIsAnOrdinalInFrench(String language, LocalDate day, String written, String withWeekday,
			String brief) {
		Locale reader = Locale.forLanguageTag(language);
		assertThat(LocalizedDate.of(day, reader)).isEqualTo(written);
		assertThat(LocalizedDate.withWeekday(day, reader).replace(",", "")).isEqualTo(withWeekday);
		assertThat(LocalizedDate.brief(day, reader)).startsWith(brief);
		assertThat(LocalizedDate.withTime(LocalDateTime.of(day, java.time.LocalTime.of(1, 1)), reader))
			.startsWith(written)
			.contains("01:01");
	}

}
