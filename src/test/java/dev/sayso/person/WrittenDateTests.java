package dev.sayso.person;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenDateTests {

	@ParameterizedTest
	@ValueSource(strings = { "1987-05-17", "1987/05/17", "1987.5.17", "19870517", "17. 5. 1987", "17.05.1987",
			"17/5/1987", "5/17/1987", "1987-05-17T20:47:12Z", "1987-05-17 20:47:12.5+02:00", "17/05/1987 8:30 PM",
			"17 May 1987", "May 17, 1987", "17 mai 1987", "17. Mai 1987", "17 mei 1987", "17 de mayo de 1987",
			"17 maggio 1987", "17 мая 1987 г.", "17 maja 1987 r.", "1987年5月17日", "17-MAY-1987" })
	void aDateThatMeansOneDayIsRead(String text) {
		assertThat(WrittenDate.parse(text)).contains(LocalDate.of(1987, 5, 17));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "1987", "17/05/87", "31/02/1987", "1987-13-01", "03/04/1987", "17 Foo 1987",
			"31914" })
	void whatMeansNoDayOrTwoIsNot(String text) {
		assertThat(WrittenDate.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "DAY_FIRST,1987-04-03", "MONTH_FIRST,1987-03-04" })
	void anOrderDecidesWhereBothGiveADate(WrittenDate.Order order, LocalDate date) {
		assertThat(WrittenDate.parse("03/04/1987", order)).contains(date);
		assertThat(WrittenDate.parse("17/04/1987", order)).contains(LocalDate.of(1987, 4, 17));
	}

}
