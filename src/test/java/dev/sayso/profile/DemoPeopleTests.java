package dev.sayso.profile;

import java.time.LocalDate;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;

import dev.sayso.person.Details;
import dev.sayso.person.DetailsDraft;

import static org.assertj.core.api.Assertions.assertThat;

class DemoPeopleTests {

	@Test
	void nobodyOfTheDemoHasAFaultyDetail() throws Exception {
		List<NamedCsvRecord> rows = read("/demo/people.csv");
		assertThat(rows).hasSize(500)
			.allSatisfy((row) -> assertThat(new DetailsDraft(row.getFieldsAsMap(), "FR", LocalDate.now()).faults())
				.isEmpty());
	}

	@Test
	void everyTelephoneNumberIsValid() throws Exception {
		PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
		for (NamedCsvRecord row : read("/demo/people.csv")) {
			for (String number : List.of(row.getField("mobile"), row.getField("phone"))) {
				assertThat(number.isEmpty() || phones.isValidNumber(phones.parse(number, null))).as(number).isTrue();
			}
		}
	}

	@Test
	void whoIsCountedOnHasEveryAddress() throws Exception {
		assertThat(read("/demo/people.csv").subList(0, 4)).allSatisfy((row) -> {
			Details details = new DetailsDraft(row.getFieldsAsMap(), "FR", LocalDate.now()).details();
			assertThat(details.email()).endsWith(".example");
			assertThat(List.of(details.mobile(), details.phone(), details.street(), details.city()))
				.doesNotContainNull();
		});
	}

	@Test
	void everySayCanBeRead() throws Exception {
		var speakers = read("/demo/says.csv").stream()
			.map(DemoPeople::declaration)
			.map((declaration) -> declaration.origin())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		assertThat(speakers).hasSizeGreaterThanOrEqualTo(4);
	}

	private static List<NamedCsvRecord> read(String resource) throws Exception {
		try (var rows = CsvReader.builder()
			.ofNamedCsvRecord(new InputStreamReader(DemoPeopleTests.class.getResourceAsStream(resource),
					StandardCharsets.UTF_8))) {
			return rows.stream().toList();
		}
	}

}
