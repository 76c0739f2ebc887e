package dev.sayso.consent.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class SayUndoTests {

	@Autowired
	SayUndo undo;

	@Autowired
	RecordSay record;

	@Autowired
	Says says;

	@Autowired
	Ledger verification;

	@Autowired
	People people;

	@Autowired
	Clock clock;

	@Autowired
	TransactionTemplate transaction;

	private final UUID submission = UUID.randomUUID();

	@Test
	void whatASubmissionChangedIsPutBackAsItStood() {
		ProfileId somebody = this.people.somebody();
		say(somebody, Purpose.MARKETING_EMAIL, Choice.YES, null);
		Consent before = this.says.find(somebody).get(Purpose.MARKETING_EMAIL).orElseThrow();
		say(somebody, Purpose.MARKETING_EMAIL, Choice.NO, this.submission);
		assertThat(undo(somebody)).hasSize(1);
		assertThat(this.says.find(somebody).get(Purpose.MARKETING_EMAIL).orElseThrow()).satisfies((consent) -> {
			assertThat(consent.choice()).isEqualTo(Choice.YES);
			assertThat(consent.since()).isEqualTo(before.since());
			assertThat(consent.own()).isTrue();
		});
	}

	@Test
	void whereNothingWasSaidBeforeNothingIsSaidAfter() {
		ProfileId somebody = this.people.somebody();
		say(somebody, Purpose.MARKETING_ANY, Choice.NO, this.submission);
		undo(somebody);
		assertThat(this.says.find(somebody).explicit(Purpose.MARKETING_ANY)).isEqualTo(Choice.UNKNOWN);
	}

	@Test
	void whatSomebodySaidSinceStays() {
		ProfileId somebody = this.people.somebody();
		say(somebody, Purpose.MARKETING_EMAIL, Choice.YES, this.submission);
		say(somebody, Purpose.MARKETING_EMAIL, Choice.NO, null);
		assertThat(undo(somebody)).isEmpty();
		assertThat(this.says.find(somebody).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
	}

	@Test
	void undoingTwiceChangesNothingMore() {
		ProfileId somebody = this.people.somebody();
		say(somebody, Purpose.MARKETING_EMAIL, Choice.NO, this.submission);
		undo(somebody);
		assertThat(undo(somebody)).isEmpty();
	}

	@Test
	void anUndoneComingBackClosesAllChannelsAgain() {
		ProfileId somebody = this.people.somebody();
		say(somebody, Purpose.MARKETING_ANY, Choice.NO, null);
		say(somebody, Purpose.MARKETING_SMS, Choice.YES, this.submission);
		undo(somebody);
		assertThat(this.says.find(somebody).saysNoToAny()).isTrue();
		assertThat(this.says.find(somebody).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
	}

	@Test
	void theChainVerifiesAfterAnUndo() {
		ProfileId somebody = this.people.somebody();
		say(somebody, Purpose.MARKETING_EMAIL, Choice.NO, this.submission);
		undo(somebody);
		assertThat(this.verification.verify(somebody).holds()).isTrue();
	}

	@Test
	void anOperatorUndoesWithinADay() {
		ProfileId somebody = this.people.somebody();
		assertThat(undoOperators(somebody, Duration.ofHours(23))).hasSize(1);
		assertThat(this.says.find(somebody).explicit(Purpose.MARKETING_CALL)).isEqualTo(Choice.UNKNOWN);
		ProfileId other = this.people.somebody();
		assertThat(undoOperators(other, Duration.ofHours(25))).isEmpty();
		assertThat(this.says.find(other).explicit(Purpose.MARKETING_CALL)).isEqualTo(Choice.NO);
	}

	@Test
	void whatAnOperatorConfirmedForThePersonIsNotUndone() {
		ProfileId somebody = this.people.somebody();
		List<LedgerEntry> confirmed = this.record.record(somebody, Declaration.byConfirmation(People.OPERATOR,
				List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.YES)), Evidence.NONE));
		assertThat(this.undo.undo(somebody, People.OPERATOR, ids(confirmed))).isEmpty();
	}

	private List<LedgerEntry> undoOperators(ProfileId profile, Duration ago) {
		Clock then = Clock.fixed(this.clock.instant().minus(ago), ZoneOffset.UTC);
		List<LedgerEntry> said = Objects.requireNonNull(this.transaction.execute((status) -> this.record.at(then)
			.record(profile, Declaration.byOperator(People.OPERATOR,
					List.of(Statement.of(Purpose.MARKETING_CALL, Choice.NO)), Evidence.NONE))));
		return this.undo.undo(profile, People.OPERATOR, ids(said));
	}

	private static List<UUID> ids(List<LedgerEntry> entries) {
		return entries.stream().map(LedgerEntry::id).toList();
	}

	private List<LedgerEntry> undo(ProfileId profile) {
		return this.undo.undo(profile, this.submission, Evidence.NONE, "Preferences v3");
	}

	private void say(ProfileId profile, Purpose purpose, Choice choice, @Nullable UUID submission) {
		this.record.record(profile, Declaration.bySubject(List.of(Statement.of(purpose, choice)), Evidence.NONE,
				"Preferences v3", submission));
	}

}
