package dev.sayso.consent.ledger;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.person.People;
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
	PendingOptIns pending;

	@Autowired
	JdbcClient store;

	@Autowired
	People people;

	@Test
	void whatIsSaidStandsWithItsLedgerEntry() {
		ProfileId somebody = this.people.somebody();
		List<LedgerEntry> entries = this.record.record(somebody, no(Purpose.MARKETING_EMAIL));
		assertThat(entries).hasSize(1);
		assertThat(this.says.find(somebody).get(Purpose.MARKETING_EMAIL).orElseThrow())
			.isEqualTo(entries.get(0).consent());
		assertThat(this.ledger.list(somebody, null, 10)).singleElement()
			.satisfies((entry) -> assertThat(entry.after()).isEqualTo("n"));
	}

	@Test
	void whatStandsAlreadyWritesNothing() {
		ProfileId somebody = this.people.somebody();
		this.record.record(somebody, no(Purpose.MARKETING_EMAIL));
		assertThat(this.record.record(somebody, no(Purpose.MARKETING_EMAIL))).isEmpty();
		assertThat(this.ledger.count(somebody)).isEqualTo(1);
	}

	@Test
	void aNoThatStoodWhenItWasReadIsSaidOnceMoreWhereItWasLiftedSince() {
		ProfileId somebody = this.people.somebody();
		this.record.record(somebody, no(Purpose.MARKETING_EMAIL));
		Say read = this.says.find(somebody);
		this.record.record(somebody, by(Choice.YES, Purpose.MARKETING_EMAIL));
		Say said = this.record.record(read, no(Purpose.MARKETING_EMAIL));
		assertThat(said.explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		assertThat(said).isEqualTo(this.says.find(somebody));
		assertThat(this.ledger.count(somebody)).isEqualTo(3);
	}

	@Test
	void whatWasReadBeforeAnotherChangeIsWeighedAgain() {
		ProfileId somebody = this.people.somebody();
		Say read = this.says.find(somebody);
		this.record.record(somebody, by(Choice.YES, Purpose.MARKETING_EMAIL));
		assertThat(this.record.record(read, no(Purpose.MARKETING_EMAIL))).isEqualTo(this.says.find(somebody));
		assertThat(this.ledger.list(somebody, null, 2)).extracting(LedgerEntry::before).containsExactly("y", null);
		LedgerProof.holds(this.store);
	}

	@Test
	void aNoAnswersAnOptInThatCameToWaitSinceItWasRead() {
		ProfileId somebody = this.people.somebody();
		this.record.record(somebody, by(Choice.YES, Purpose.MARKETING_EMAIL));
		Say read = this.says.find(somebody);
		this.record.record(somebody, Declaration
			.byVisitor(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.PENDING)), Evidence.NONE, "page", null));
		assertThat(this.pending.list(somebody)).hasSize(1);
		this.record.record(read, no(Purpose.MARKETING_EMAIL));
		assertThat(this.pending.list(somebody)).isEmpty();
	}

	@Test
	void aNoToAnyChannelAnswersEveryOptInThatWasAskedBefore() {
		for (Declaration stop : List.of(visitor(Choice.NO, Purpose.MARKETING_ANY), no(Purpose.MARKETING_ANY),
				Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_ANY, Choice.NO)), Evidence.NONE, "page",
						null),
				Declaration.byApi(People.OPERATOR, false, List.of(Statement.of(Purpose.MARKETING_ANY, Choice.NO)),
						Evidence.NONE, true))) {
			ProfileId somebody = this.people.somebody();
			this.record.record(somebody, by(Choice.YES, Purpose.MARKETING_EMAIL));
			this.record.record(somebody, visitor(Choice.PENDING, Purpose.MARKETING_EMAIL));
			this.record.record(somebody, visitor(Choice.PENDING, Purpose.MARKETING_SMS));
			this.record.record(somebody, stop);
			assertThat(this.pending.list(somebody)).isEmpty();
			assertThat(this.says.find(somebody).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.NO);
			assertThat(this.says.find(somebody).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.YES);
			assertThat(this.ledger.list(somebody, null, 10)).filteredOn(PendingOptIns::isAnswered)
				.singleElement()
				.satisfies((entry) -> assertThat(entry.after()).isEqualTo("y"));
		}
		LedgerProof.holds(this.store);
	}

	@Test
	void aNoSaidOnceMoreAnswersTheOptInThatCameToWaitBesideIt() {
		ProfileId somebody = this.people.somebody();
		Declaration no = Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_SMS, Choice.NO)), Evidence.NONE,
				"page", null);
		this.record.record(somebody, no);
		this.record.record(somebody, visitor(Choice.PENDING, Purpose.MARKETING_SMS));
		this.record.record(somebody, visitor(Choice.PENDING, Purpose.PERSONALIZE_CONTENT));
		Say read = this.says.find(somebody);
		assertThat(this.pending.list(somebody)).hasSize(1);
		this.record.record(read, no);
		assertThat(this.pending.list(somebody)).isEmpty();
		assertThat(this.says.find(somebody).explicit(Purpose.PERSONALIZE_CONTENT)).isEqualTo(Choice.PENDING);
		LedgerProof.holds(this.store);
	}

	@Test
	void anOptInThatWasAskedAfterANoWaitsOn() {
		ProfileId somebody = this.people.somebody();
		this.record.record(somebody, no(Purpose.MARKETING_ANY));
		this.record.record(somebody, visitor(Choice.PENDING, Purpose.MARKETING_EMAIL));
		Instant earlier = Instant.now().minusSeconds(3600);
		for (Purpose purpose : List.of(Purpose.MARKETING_ANY, Purpose.MARKETING_EMAIL)) {
			this.record.record(somebody, Declaration.byApi(People.OPERATOR, false,
					List.of(new Statement(purpose, Choice.NO, earlier, null)), Evidence.NONE, true));
		}
		this.record.record(somebody, Declaration.byImport(People.OPERATOR,
				List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.NO)), Evidence.NONE, "unsubscribed.csv", true));
		assertThat(this.pending.list(somebody)).hasSize(1);
		assertThat(this.says.find(somebody).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
	}

	private static Declaration visitor(Choice choice, Purpose purpose) {
		return Declaration.byVisitor(List.of(Statement.of(purpose, choice)), Evidence.NONE, "page", null);
	}

	private static Declaration by(Choice choice, Purpose purpose) {
		return Declaration.byOperator(People.OPERATOR, List.of(Statement.of(purpose, choice)), Evidence.NONE);
	}

	private static Declaration no(Purpose purpose) {
		return by(Choice.NO, purpose);
	}

}
