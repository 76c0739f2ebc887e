package dev.sayso.consent.ledger;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

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

	private List<LedgerEntry> undo(ProfileId profile) {
		return this.undo.undo(profile, this.submission, Evidence.NONE, "Preferences v3");
	}

	private void say(ProfileId profile, Purpose purpose, Choice choice, @Nullable UUID submission) {
		this.record.record(profile, Declaration.bySubject(List.of(Statement.of(purpose, choice)), Evidence.NONE,
				"Preferences v3", submission));
	}

}
