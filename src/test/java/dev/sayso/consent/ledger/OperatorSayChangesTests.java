package dev.sayso.consent.ledger;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Grounds;
import dev.sayso.consent.OwnRefusalException;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.StaleSayException;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.OperatorSayChanges.Box;
import dev.sayso.person.People;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ProductTest
class OperatorSayChangesTests {

	private static final Grounds LETTER = new Grounds("wrote to us", Evidence.NONE.with("kind", "letter"));

	@Autowired
	OperatorSayChanges changes;

	@Autowired
	RecordSay record;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	Ledger verification;

	@Autowired
	People people;

	@Test
	void onlyBoxesThatDifferFromWhatWasShownAct() {
		ProfileId somebody = this.people.somebody();
		List<LedgerEntry> entries = save(somebody, box(Purpose.MARKETING_EMAIL, true, null),
				box(Purpose.MARKETING_SMS, false, null));
		assertThat(entries).singleElement()
			.satisfies((entry) -> assertThat(entry.purpose()).isEqualTo("marketing.email"));
		assertThat(this.ledger.count(somebody)).isOne();
	}

	@Test
	void untickingAnOperatorsNoTakesTheSayBackToNone() {
		ProfileId somebody = this.people.somebody();
		UUID no = save(somebody, box(Purpose.MARKETING_EMAIL, true, null)).get(0).id();
		save(somebody, box(Purpose.MARKETING_EMAIL, false, no));
		assertThat(this.says.find(somebody).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
	}

	@Test
	void untickingOwnNoesWithoutGroundsLiftsNothingNamesEachOfThemAndTakesTheNoBeside() {
		ProfileId somebody = this.people.somebody();
		UUID email = own(somebody, Purpose.MARKETING_EMAIL);
		UUID call = own(somebody, Purpose.MARKETING_CALL);
		assertThatExceptionOfType(OwnRefusalException.class)
			.isThrownBy(() -> save(somebody, box(Purpose.MARKETING_SMS, true, null),
					box(Purpose.MARKETING_EMAIL, false, email), box(Purpose.MARKETING_CALL, false, call)))
			.satisfies((ex) -> assertThat(ex.purposes()).containsExactlyInAnyOrder(Purpose.MARKETING_EMAIL,
					Purpose.MARKETING_CALL));
		assertThat(this.says.find(somebody).saysNo(Channel.EMAIL)).isTrue();
		assertThat(this.says.find(somebody).saysNo(Channel.CALL)).isTrue();
		assertThat(this.says.find(somebody).saysNo(Channel.SMS)).isTrue();
	}

	@Test
	void withReasonAndEvidenceAnOwnNoIsLiftedAndBothAreKept() {
		ProfileId somebody = this.people.somebody();
		UUID no = own(somebody, Purpose.MARKETING_EMAIL);
		LedgerEntry lifted = save(somebody, new Box(Purpose.MARKETING_EMAIL, false, no, LETTER)).get(0);
		assertThat(lifted.reason()).isEqualTo("wrote to us");
		assertThat(lifted.evidence().facts()).containsEntry("kind", "letter");
		assertThat(this.says.find(somebody).saysNo(Channel.EMAIL)).isFalse();
	}

	@Test
	void aNoThatBecameAnotherSinceIsAConflictAlsoForWhoHasGrounds() {
		ProfileId somebody = this.people.somebody();
		UUID shown = save(somebody, box(Purpose.MARKETING_EMAIL, true, null)).get(0).id();
		own(somebody, Purpose.MARKETING_EMAIL);
		assertThatExceptionOfType(StaleSayException.class)
			.isThrownBy(() -> save(somebody, new Box(Purpose.MARKETING_EMAIL, false, shown, LETTER)));
		assertThat(this.says.find(somebody).saysNo(Channel.EMAIL)).isTrue();
	}

	@Test
	void liftingWhatIsLiftedAlreadyLeavesWhatWasSaidSince() {
		ProfileId somebody = this.people.somebody();
		UUID shown = own(somebody, Purpose.MARKETING_EMAIL);
		this.record.record(somebody, subject(Purpose.MARKETING_EMAIL, Choice.YES));
		assertThat(save(somebody, new Box(Purpose.MARKETING_EMAIL, false, shown, LETTER))).isEmpty();
		assertThat(this.says.find(somebody).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.YES);
	}

	@Test
	void aChoiceIsNotRecordedOverWhatThePageDidNotShow() {
		ProfileId somebody = this.people.somebody();
		this.record.record(somebody, subject(Purpose.SHARE, Choice.NO));
		Statement yes = Statement.of(Purpose.SHARE, Choice.YES, "said so");
		assertThatExceptionOfType(StaleSayException.class).isThrownBy(
				() -> this.changes.choice(somebody, People.OPERATOR, yes, null, Evidence.NONE.with("kind", "letter")));
	}

	@Test
	void aNoIsRecordedWhateverThePageShowed() {
		ProfileId somebody = this.people.somebody();
		this.record.record(somebody, subject(Purpose.SHARE, Choice.YES));
		this.changes.choice(somebody, People.OPERATOR, Statement.of(Purpose.SHARE, Choice.NO), null, Evidence.NONE);
		assertThat(this.says.find(somebody).explicit(Purpose.SHARE)).isEqualTo(Choice.NO);
	}

	@Test
	void theChainVerifiesAfterAllOfThis() {
		ProfileId somebody = this.people.somebody();
		UUID no = own(somebody, Purpose.MARKETING_EMAIL);
		save(somebody, new Box(Purpose.MARKETING_EMAIL, false, no, LETTER), box(Purpose.MARKETING_ANY, true, null));
		assertThat(this.verification.verify(somebody)).isEqualTo(new Ledger.Proof(3, null));
	}

	private UUID own(ProfileId profile, Purpose purpose) {
		return this.record.record(profile, subject(purpose, Choice.NO)).get(0).id();
	}

	private List<LedgerEntry> save(ProfileId profile, Box... boxes) {
		return this.changes.denylist(profile, People.OPERATOR, List.of(boxes));
	}

	private static Box box(Purpose purpose, boolean ticked, @Nullable UUID shownNo) {
		return new Box(purpose, ticked, shownNo, Grounds.NONE);
	}

	private static Declaration subject(Purpose purpose, Choice choice) {
		return Declaration.bySubject(List.of(Statement.of(purpose, choice)), Evidence.NONE, "Preferences v3", null);
	}

}
