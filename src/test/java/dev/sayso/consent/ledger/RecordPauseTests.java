package dev.sayso.consent.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

import dev.sayso.ProductTest;
import dev.sayso.shared.Actor;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Pause;
import dev.sayso.consent.PauseRefusedException;
import dev.sayso.consent.PauseRefusedException.Fault;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds how a pause begins, changes and ends.
 */
@ProductTest
class RecordPauseTests {

	private static final Declaration OPERATOR = Declaration.byOperator(People.OPERATOR, List.of(), Evidence.NONE);

	private static final Declaration PERSON = Declaration.bySubject(List.of(), Evidence.NONE, "Preferences", null);

	private static final Declaration API = Declaration.byApi(Actor.system(), false, List.of(), Evidence.NONE, false);

	private static final Declaration THEIRS = Declaration.byApi(Actor.system(), false, List.of(), Evidence.NONE, true);

	@Autowired
	RecordPause pauses;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	SayUndo undo;

	@Autowired
	People people;

	@Autowired
	ProfileManagement management;

	@Autowired
	EraseProfile erase;

	@Autowired
	PauseLedger words;

	@Autowired
	Clock clock;

	@Test
	void aPauseLastsThroughItsDayWhereThePersonLives() {
		Profile camille = this.people.create(Map.of("timeZone", "Pacific/Auckland"));
		LocalDate until = LocalDate.ofInstant(this.clock.instant(), ZoneId.of("Pacific/Auckland")).plusDays(30);
		LedgerEntry entry = record(camille.id(), PERSON, Purpose.MARKETING_ANY, until).orElseThrow();
		assertThat(entry.purpose()).isEqualTo("pause.any");
		assertThat(entry.before()).isNull();
		assertThat(entry.after()).isEqualTo(until.toString());
		assertThat(pause(camille.id(), Purpose.MARKETING_ANY).ends())
			.isEqualTo(until.plusDays(1).atStartOfDay(ZoneId.of("Pacific/Auckland")).toInstant());
		this.management.edit(camille.id(), null, People.details(Map.of("timeZone", "America/Lima")), null,
				new ProfileEditor(Origin.OPERATOR, People.OPERATOR, null));
		assertThat(pause(camille.id(), Purpose.MARKETING_ANY).ends())
			.isEqualTo(until.plusDays(1).atStartOfDay(ZoneId.of("America/Lima")).toInstant());
		assertThat(this.ledger.verify(camille.id()).holds()).isTrue();
	}

	@Test
	void aDayThatIsOverOrMoreThanAYearAheadIsRefused() {
		ProfileId person = this.people.somebody();
		LocalDate today = this.pauses.days(person).first();
		assertThat(refused(person, OPERATOR, today.minusDays(1), null)).isEqualTo(Fault.PAST);
		assertThat(refused(person, OPERATOR, today.plusYears(1).plusDays(1), null)).isEqualTo(Fault.TOO_FAR);
		record(person, OPERATOR, Purpose.MARKETING_SMS, today.plusYears(1));
		record(person, OPERATOR, Purpose.MARKETING_SMS, today);
		assertThat(pause(person, Purpose.MARKETING_SMS).until()).isEqualTo(today);
	}

	@Test
	void nobodyLightlyEndsOrShortensThePersonsOwn() {
		ProfileId person = this.people.somebody();
		LocalDate until = this.pauses.days(person).first().plusDays(60);
		record(person, PERSON, Purpose.MARKETING_EMAIL, until);
		for (LocalDate sooner : new LocalDate[] { null, until.minusDays(1) }) {
			assertThat(refused(person, OPERATOR, sooner, null)).isEqualTo(Fault.OWN);
			assertThat(refused(person, OPERATOR, sooner, "asked on the phone")).isEqualTo(Fault.OWN);
			assertThat(refused(person, imported(), sooner, "a file")).isEqualTo(Fault.OWN);
			assertThat(refused(person, visitor(), sooner, "typed")).isEqualTo(Fault.OWN);
			assertThat(refused(person, OPERATOR.with(Evidence.NONE.with("text", "form 12")).withoutLift(), sooner,
					"asked"))
				.isEqualTo(Fault.OWN);
		}
		record(person, OPERATOR, Purpose.MARKETING_EMAIL, until.plusDays(30));
		assertThat(refused(person, OPERATOR, until, null)).as("lengthened by another, it stays theirs")
			.isEqualTo(Fault.OWN);
		Declaration proven = OPERATOR.with(Evidence.NONE.with("text", "form 12"));
		assertThat(this.pauses.record(person, proven,
				PauseStatement.of(Purpose.MARKETING_EMAIL, null, "asked on the phone")))
			.isPresent();
		assertThat(this.says.find(person).pauses()).isEmpty();
		assertThat(this.ledger.verify(person)).isEqualTo(new Ledger.Proof(3, null));
	}

	@Test
	void thePersonEndsTheirOwnAndAnOperatorTheirs() {
		ProfileId person = this.people.somebody();
		LocalDate until = this.pauses.days(person).first().plusDays(9);
		record(person, PERSON, Purpose.MARKETING_ANY, until);
		assertThat(record(person, PERSON, Purpose.MARKETING_ANY, null)).get()
			.returns(until.toString(), LedgerEntry::before)
			.returns(RecordPause.ENDED, LedgerEntry::after);
		record(person, OPERATOR, Purpose.MARKETING_ANY, until);
		assertThat(record(person, OPERATOR, Purpose.MARKETING_ANY, null)).isPresent();
		assertThat(record(person, OPERATOR, Purpose.MARKETING_ANY, null)).isEmpty();
	}

	@Test
	void whatStandsOrWasSaidEarlierWritesNothingButThatItIsTheirs() {
		ProfileId person = this.people.somebody();
		LocalDate until = this.pauses.days(person).first().plusDays(9);
		record(person, OPERATOR, Purpose.MARKETING_CALL, until);
		assertThat(record(person, OPERATOR, Purpose.MARKETING_CALL, until)).isEmpty();
		assertThat(this.pauses.record(person, OPERATOR, new PauseStatement(Purpose.MARKETING_CALL, until.plusDays(1),
				this.clock.instant().minusSeconds(3600), null)))
			.isEmpty();
		assertThat(record(person, PERSON, Purpose.MARKETING_CALL, until)).isPresent();
		assertThat(pause(person, Purpose.MARKETING_CALL).own()).isTrue();
	}

	@Test
	void thePersonsOwnIsNeverTooLateToLearnAndLastsAsLongAsTheLonger() {
		for (int own : new int[] { 5, 20, 60 }) {
			ProfileId person = this.people.somebody();
			LocalDate today = this.pauses.days(person).first();
			record(person, OPERATOR, Purpose.MARKETING_EMAIL, today.plusDays(20));
			assertThat(late(person, API, today.plusDays(60))).as("another's of before").isEmpty();
			assertThat(late(person, THEIRS, today.plusDays(own))).isPresent();
			LocalDate longer = today.plusDays(Math.max(own, 20));
			assertThat(pause(person, Purpose.MARKETING_EMAIL)).returns(longer, Pause::until).returns(true, Pause::own);
			assertThat(refused(person, OPERATOR, today.plusDays(1), null)).isEqualTo(Fault.OWN);
			assertThat(late(person, THEIRS, today.plusDays(90))).as("of before their own").isEmpty();
			assertThat(this.ledger.verify(person).holds()).isTrue();
		}
	}

	@Test
	void whatWasEndedDoesNotRunAgainByWhatWasSaidBefore() {
		ProfileId person = this.people.somebody();
		LocalDate until = this.pauses.days(person).first().plusDays(30);
		Declaration proven = OPERATOR.with(Evidence.NONE.with("text", "form 12"));
		for (Declaration end : List.of(PERSON, proven, OPERATOR)) {
			record(person, OPERATOR, Purpose.MARKETING_EMAIL, until);
			record(person, end, Purpose.MARKETING_EMAIL, null);
			assertThat(late(person, API, until)).isEmpty();
			assertThat(late(person, THEIRS, until).isPresent()).as("unless it is theirs and nobody proved otherwise")
				.isEqualTo(end == OPERATOR);
		}
		record(person, PERSON, Purpose.MARKETING_EMAIL, null);
		assertThat(this.pauses.record(person, API,
				new PauseStatement(Purpose.MARKETING_EMAIL, until, this.clock.instant(), null)))
			.as("said after it")
			.isPresent();
	}

	@Test
	void asANoItIsTakenAndEndsNothingSooner() {
		ProfileId person = this.people.somebody();
		LocalDate today = this.pauses.days(person).first();
		record(person, OPERATOR, Purpose.MARKETING_EMAIL, today.plusDays(20));
		for (LocalDate no : new LocalDate[] { null, today.minusDays(1), today.plusDays(400) }) {
			assertThat(extend(person, PERSON, no)).isEmpty();
		}
		assertThat(extend(person, visitor(), today.plusDays(5))).contains(today.plusDays(20));
		assertThat(refused(person, OPERATOR, today.plusDays(10), null)).as("theirs now").isEqualTo(Fault.OWN);
		assertThat(extend(person, OPERATOR, today.plusDays(30))).contains(today.plusDays(30));
		assertThat(extend(person, visitor(), today.plusYears(1).plusDays(1))).as("of another time zone")
			.contains(today.plusYears(1));
	}

	@Test
	void aFormEndsOnlyWhatItShowed() {
		ProfileId person = this.people.somebody();
		LocalDate until = this.pauses.days(person).first().plusDays(9);
		record(person, OPERATOR, Purpose.MARKETING_ANY, until);
		PauseStatement end = PauseStatement.of(Purpose.MARKETING_ANY, null, null);
		assertThatExceptionOfType(PauseRefusedException.class)
			.isThrownBy(() -> this.pauses.record(person, OPERATOR, end, (running) -> false))
			.returns(Fault.STALE, PauseRefusedException::fault);
		assertThat(this.pauses.record(person, OPERATOR, end, (running) -> running.until().equals(until))).isPresent();
	}

	@Test
	void whatIsOverIsAsIfItHadNeverBeen() {
		ProfileId person = this.people.somebody();
		Instant then = this.clock.instant().minusSeconds(400L * 24 * 3600);
		RecordPause earlier = this.pauses.at(Clock.fixed(then, ZoneOffset.UTC));
		LocalDate until = earlier.days(person).first().plusDays(3);
		earlier.record(person, PERSON, PauseStatement.of(Purpose.MARKETING_ANY, until, null));
		assertThat(this.says.find(person).pause(Purpose.MARKETING_ANY, this.clock.instant())).isEmpty();
		assertThat(record(person, OPERATOR, Purpose.MARKETING_ANY, null)).isEmpty();
		LocalDate again = this.pauses.days(person).first().plusDays(1);
		assertThat(record(person, OPERATOR, Purpose.MARKETING_ANY, again)).get().returns(null, LedgerEntry::before);
		assertThat(pause(person, Purpose.MARKETING_ANY).own()).isFalse();
	}

	@Test
	void anUndoneFormRestoresWhatStoodBefore() {
		ProfileId person = this.people.somebody();
		LocalDate until = this.pauses.days(person).first().plusDays(9);
		record(person, PERSON, Purpose.MARKETING_ANY, until);
		UUID submission = UUID.randomUUID();
		Declaration form = Declaration.bySubject(List.of(), Evidence.NONE, "Preferences", submission);
		record(person, form, Purpose.MARKETING_ANY, until.plusDays(5));
		record(person, form, Purpose.MARKETING_SMS, until);
		assertThat(this.undo.undo(person, submission, Evidence.NONE, "Preferences")).extracting(LedgerEntry::after)
			.containsExactly(until.toString(), RecordPause.ENDED);
		assertThat(pause(person, Purpose.MARKETING_ANY)).returns(until, Pause::until).returns(true, Pause::own);
		assertThat(this.says.find(person).pauses()).hasSize(1);
		assertThat(this.undo.undo(person, submission, Evidence.NONE, "Preferences")).isEmpty();
		assertThat(this.ledger.verify(person).holds()).isTrue();
	}

	@Test
	void theLedgerTellsOfItInWords() {
		LocaleContextHolder.setLocale(java.util.Locale.ENGLISH);
		ProfileId person = this.people.somebody();
		LocalDate until = this.pauses.days(person).first().plusDays(9);
		LedgerEntry set = record(person, OPERATOR, Purpose.MARKETING_EMAIL, until).orElseThrow();
		assertThat(this.words.describe(set)).startsWith("Paused e-mail until ");
		assertThat(this.words.name(set.purpose())).isEqualTo("Pause of e-mail");
		LedgerEntry ended = record(person, OPERATOR, Purpose.MARKETING_EMAIL, null).orElseThrow();
		assertThat(this.words.describe(ended)).isEqualTo("Ended the pause of e-mail");
	}

	@Test
	void erasureLeavesTheLedgerAndNoPause() {
		ProfileId person = this.people.somebody();
		record(person, PERSON, Purpose.MARKETING_ANY, this.pauses.days(person).first());
		this.erase.erase(person, People.OPERATOR);
		assertThat(this.says.find(person).pauses()).isEmpty();
		assertThat(this.ledger.count(person)).isZero();
	}

	private Optional<LedgerEntry> record(ProfileId person, Declaration by, Purpose purpose, LocalDate until) {
		return this.pauses.record(person, by, PauseStatement.of(purpose, until, null));
	}

	private Optional<LedgerEntry> late(ProfileId person, Declaration by, LocalDate until) {
		return this.pauses.record(person, by,
				new PauseStatement(Purpose.MARKETING_EMAIL, until, this.clock.instant().minusSeconds(3600), null));
	}

	private Optional<LocalDate> extend(ProfileId person, Declaration by, LocalDate until) {
		return this.pauses.extend(person, by, PauseStatement.of(Purpose.MARKETING_EMAIL, until, null));
	}

	private Fault refused(ProfileId person, Declaration by, LocalDate until, String reason) {
		try {
			this.pauses.record(person, by, PauseStatement.of(Purpose.MARKETING_EMAIL, until, reason));
			return null;
		}
		catch (PauseRefusedException ex) {
			return ex.fault();
		}
	}

	private Pause pause(ProfileId person, Purpose purpose) {
		return this.says.find(person).pause(purpose, this.clock.instant()).orElseThrow();
	}

	private static Declaration imported() {
		return Declaration.byImport(Actor.system(), List.of(), Evidence.NONE.with("file", "people.csv"), "people.csv",
				true);
	}

	private static Declaration visitor() {
		return Declaration.byVisitor(List.of(), Evidence.NONE.with("text", "typed"), "Preferences", null);
	}

}
