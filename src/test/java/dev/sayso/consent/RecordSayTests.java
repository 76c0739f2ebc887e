package dev.sayso.consent;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.profile.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class RecordSayTests {

	@Autowired
	RecordSay record;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	People people;

	@Test
	void whatIsSaidStandsWithItsLedgerEntry() {
		ProfileId somebody = this.people.somebody();
		List<LedgerEntry> entries = this.record.record(somebody, no(Purpose.MARKETING_EMAIL));
		assertThat(entries).hasSize(1);
		assertThat(this.says.of(somebody).get(Purpose.MARKETING_EMAIL).orElseThrow())
			.isEqualTo(RecordSay.consent(entries.get(0)));
		assertThat(this.ledger.of(somebody, null, 10)).singleElement()
			.satisfies((entry) -> assertThat(entry.after()).isEqualTo("n"));
	}

	@Test
	void whatStandsAlreadyWritesNothing() {
		ProfileId somebody = this.people.somebody();
		this.record.record(somebody, no(Purpose.MARKETING_EMAIL));
		assertThat(this.record.record(somebody, no(Purpose.MARKETING_EMAIL))).isEmpty();
		assertThat(this.ledger.count(somebody)).isEqualTo(1);
	}

	private static Declaration no(Purpose purpose) {
		return Declaration.byOperator(People.OPERATOR, List.of(Statement.of(purpose, Choice.NO)), Evidence.NONE);
	}

}
