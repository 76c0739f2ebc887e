package dev.sayso.consent.suppression;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.OwnRefusalException;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.Details;
import dev.sayso.person.DetailsDraft;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Holds that a no said for an address reaches everybody who has it, and whoever gains it.
 */
@ProductTest
class RecordAddressNoTests {

	private static final Instant SAID = Instant.parse("2026-03-03T20:47:12Z");

	@Autowired
	RecordAddressNo noes;

	@Autowired
	RecordSay record;

	@Autowired
	Says says;

	@Autowired
	Suppressions suppressions;

	@Autowired
	SuppressionRows rows;

	@Autowired
	RecordSuppression suppress;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	@Autowired
	Ledger ledger;

	@Autowired
	EraseProfile erase;

	@Test
	void everybodyWhoHasTheAddressSaysNo() {
		ProfileId one = this.people.create(Map.of("email", "Kitchen@Hearth.example")).id();
		ProfileId other = this.people.create(Map.of("email", "kitchen@hearth.example")).id();
		ProfileId stranger = this.people.somebody();
		RecordAddressNo.Outcome outcome = this.noes.record(details(Map.of("email", "kitchen@hearth.example")),
				no(Purpose.MARKETING_EMAIL, true));
		assertThat(outcome.profiles()).containsExactly(one, other);
		assertThat(outcome.entries()).hasSize(2);
		assertThat(outcome.kept()).isEmpty();
		assertThat(this.says.find(one).saysNo(Channel.EMAIL)).isTrue();
		assertThat(this.says.find(other).saysNo(Channel.EMAIL)).isTrue();
		assertThat(this.says.find(stranger).saysNo(Channel.EMAIL)).isFalse();
		assertThat(this.suppressions.find(Map.of(Channel.EMAIL, "kitchen@hearth.example"))).isEmpty();
	}

	@Test
	void whereNobodyHasTheAddressTheNoComesBackWithIt() {
		RecordAddressNo.Outcome outcome = this.noes.record(details(Map.of("email", "attic@hearth.example")),
				no(Purpose.MARKETING_EMAIL, true));
		assertThat(outcome.profiles()).isEmpty();
		assertThat(outcome.kept()).containsExactly(Channel.EMAIL);
		assertThat(this.suppressions.find(Map.of(Channel.EMAIL, "attic@hearth.example"))).singleElement()
			.satisfies((kept) -> {
				assertThat(kept.kind()).isEqualTo(Suppression.Kind.KEPT_SAY);
				assertThat(kept.origin()).isEqualTo(Origin.IMPORT);
				assertThat(kept.own()).isTrue();
				assertThat(kept.since()).isEqualTo(SAID);
				assertThat(kept.source()).isEqualTo("unsubscribed.csv");
			});
		ProfileId back = this.people.create(Map.of("email", "attic@hearth.example")).id();
		Consent no = this.says.find(back).get(Purpose.MARKETING_EMAIL).orElseThrow();
		assertThat(no.choice()).isEqualTo(Choice.NO);
		assertThat(no.origin()).isEqualTo(Origin.IMPORT);
		assertThat(no.own()).isTrue();
	}

	@Test
	void whatComesBackIsTheirOwnWhoeverRecordedIt() {
		this.noes.record(details(Map.of("mobile", "+33639981001")), no(Purpose.MARKETING_SMS, false));
		ProfileId back = this.people.create(Map.of("mobile", "+33639981001")).id();
		assertThatExceptionOfType(OwnRefusalException.class).isThrownBy(() -> this.record.record(back, Declaration
			.byOperator(People.OPERATOR, List.of(Statement.of(Purpose.MARKETING_SMS, Choice.UNKNOWN)), Evidence.NONE)));
	}

	@Test
	void aNoToAnyChannelIsKeptForEveryChannelOfTheAddress() {
		RecordAddressNo.Outcome outcome = this.noes.record(details(Map.of("mobile", "+33639981002")),
				no(Purpose.MARKETING_ANY, true));
		assertThat(outcome.kept()).containsExactlyInAnyOrder(Channel.SMS, Channel.WHATS_APP, Channel.CALL);
		ProfileId back = this.people.create(Map.of("mobile", "+33639981002", "phone", "")).id();
		assertThat(this.says.find(back).saysNo(Channel.SMS)).isTrue();
		assertThat(this.says.find(back).saysNo(Channel.CALL)).isTrue();
		assertThat(this.says.find(back).saysNo(Channel.EMAIL)).isFalse();
	}

	@Test
	void ofTwoAddressesTheOneThatNobodyHasIsKept() {
		ProfileId known = this.people.create(Map.of("email", "cellar@hearth.example")).id();
		RecordAddressNo.Outcome outcome = this.noes.record(
				details(Map.of("email", "cellar@hearth.example", "mobile", "+33639981003")),
				no(Purpose.MARKETING_ANY, true));
		assertThat(outcome.profiles()).containsExactly(known);
		assertThat(this.says.find(known).saysNoToAny()).isTrue();
		assertThat(outcome.kept()).doesNotContain(Channel.EMAIL).contains(Channel.SMS);
	}

	@Test
	void aNoThatWasKeptBecomesTheirOwnWhenTheySayItToo() {
		Details at = details(Map.of("email", "porch@hearth.example"));
		this.noes.record(at, no(Purpose.MARKETING_EMAIL, false));
		this.noes.record(at, no(Purpose.MARKETING_EMAIL, true));
		this.noes.record(at, no(Purpose.MARKETING_EMAIL, false));
		assertThat(this.suppressions.find(at.addresses())).singleElement().matches(Suppression::own);
	}

	@Test
	void aNoThatFindsNoPlaceIsNotSaidToBeTaken() {
		RecordAddressNo.Outcome outcome = this.noes.record(details(Map.of("mobile", "+33639981004")),
				no(Purpose.MARKETING_EMAIL, true));
		assertThat(outcome.profiles()).isEmpty();
		assertThat(outcome.kept()).isEmpty();
	}

	@Test
	void aNoThatWasKeptUnderTheOtherSpellingOfADomainIsFound() {
		this.rows.keep(List.of(new StatedSuppression("info@xn--mller-kva.example",
				Suppression.kept(Channel.EMAIL, Origin.SUBJECT, true, SAID, null), Actor.subject(), Evidence.NONE)));
		ProfileId back = this.people.create(Map.of("email", "info@müller.example")).id();
		assertThat(this.says.find(back).saysNo(Channel.EMAIL)).isTrue();
	}

	@Test
	void whatComesBackWasSaidWhenItWasSaid() {
		this.noes.record(details(Map.of("email", "cabin@hearth.example")), no(Purpose.MARKETING_EMAIL, false));
		ProfileId back = this.people.create(Map.of("email", "cabin@hearth.example")).id();
		Consent no = this.says.find(back).get(Purpose.MARKETING_EMAIL).orElseThrow();
		assertThat(no.saidAt()).isEqualTo(SAID);
		assertThat(no.since()).isAfter(SAID);
		LedgerEntry entry = this.ledger.list(back, null, 1).get(0);
		assertThat(entry.saidAt()).isEqualTo(SAID);
		assertThat(entry.at()).isEqualTo(no.since());
		this.erase.erase(back, People.OPERATOR);
		ProfileId again = this.people.create(Map.of("email", "CABIN@hearth.example")).id();
		assertThat(this.says.find(again).get(Purpose.MARKETING_EMAIL).orElseThrow().saidAt()).isEqualTo(SAID);
	}

	@Test
	void aYesThatWasSaidSinceIsWeighedByWhenItWasSaid() {
		Instant later = SAID.plusSeconds(60);
		ProfileId theirs = yes(Declaration.bySubject(at(later), Evidence.NONE, "Page v1", null));
		ProfileId told = yes(Declaration.byOperator(People.OPERATOR, at(later), Evidence.NONE));
		ProfileId earlier = yes(Declaration.bySubject(at(SAID.minusSeconds(60)), Evidence.NONE, "Page v1", null));
		ProfileId same = yes(Declaration.bySubject(at(SAID), Evidence.NONE, "Page v1", null));
		for (ProfileId person : List.of(theirs, told, earlier, same)) {
			Details at = details(Map.of("email", person + "@hearth.example"));
			this.noes.record(at, no(Purpose.MARKETING_EMAIL, true));
			this.people.change(person, Map.of("email", person + "@hearth.example"));
			boolean stands = person.equals(theirs) || person.equals(told);
			assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL))
				.isEqualTo(stands ? Choice.YES : Choice.NO);
			assertThat(this.suppressions.find(Map.of(Channel.EMAIL, person + "@hearth.example")))
				.hasSize(person.equals(theirs) ? 0 : 1);
		}
		this.record.record(told,
				Declaration.byOperator(People.OPERATOR, no(Purpose.MARKETING_SMS, false).statements(), Evidence.NONE));
		this.record.record(told, Declaration.byOperator(People.OPERATOR,
				List.of(Statement.of(Purpose.MARKETING_SMS, Choice.UNKNOWN)), Evidence.NONE));
		assertThat(this.suppressions.find(Map.of(Channel.EMAIL, told + "@hearth.example"))).hasSize(1);
		this.record.record(told, Declaration.byOperator(People.OPERATOR,
				List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.UNKNOWN)), Evidence.NONE));
		this.record.record(told, Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.YES)),
				Evidence.NONE, "Page v1", null));
		assertThat(this.suppressions.find(Map.of(Channel.EMAIL, told + "@hearth.example"))).isEmpty();
	}

	@Test
	void aNoThatIsKeptStandsSinceItWasSaidLast() {
		Details at = details(Map.of("email", "shed@hearth.example"));
		Instant last = SAID.plusSeconds(3600);
		for (Instant said : List.of(SAID, last, SAID.minusSeconds(3600))) {
			this.noes.record(at,
					Declaration.byImport(People.OPERATOR,
							List.of(new Statement(Purpose.MARKETING_EMAIL, Choice.NO, said, null)), Evidence.NONE,
							"list.csv", false));
		}
		assertThat(this.suppressions.find(at.addresses())).singleElement()
			.extracting(Suppression::since)
			.isEqualTo(last);
		this.noes.record(at, no(Purpose.MARKETING_EMAIL, true));
		assertThat(this.suppressions.find(at.addresses())).singleElement()
			.matches(Suppression::own)
			.extracting(Suppression::since)
			.isEqualTo(last);
	}

	@Test
	void whatIsSuppressedWhileSomebodyGainsTheAddressIsNotedForThem() throws Exception {
		for (int round = 0; round < 60; round++) {
			String address = "race" + round + "@hearth.example";
			together(() -> suppress(address, Suppression.Reason.COMPLAINT, null),
					() -> this.people.create(Map.of("email", address)));
		}
		assertThat(this.jdbc.sql("select count(*) from suppressed_profile").query(Integer.class).single())
			.isEqualTo(60);
	}

	@Test
	void ofTwoSuppressionsAtTheSameMomentTheLongerLasts() throws Exception {
		for (int round = 0; round < 60; round++) {
			String address = "twice" + round + "@hearth.example";
			suppress(address, Suppression.Reason.MANUAL, Instant.now().plusSeconds(60));
			together(() -> suppress(address, Suppression.Reason.COMPLAINT, null),
					() -> suppress(address, Suppression.Reason.MANUAL, Instant.now().plusSeconds(3600)));
			assertThat(this.suppressions.find(Map.of(Channel.EMAIL, address))).singleElement()
				.matches((stands) -> stands.until() == null && stands.own());
		}
	}

	private void suppress(String address, Suppression.Reason reason, @Nullable Instant until) {
		this.suppress.record(address,
				Suppression.of(Channel.EMAIL, reason, false, Origin.API, Instant.now(), until, null), People.OPERATOR);
	}

	private static void together(Runnable one, Runnable other) throws Exception {
		CompletableFuture<Void> beside = CompletableFuture.runAsync(one);
		other.run();
		beside.get();
	}

	private ProfileId yes(Declaration declaration) {
		ProfileId person = this.people.somebody();
		this.record.record(person, declaration);
		return person;
	}

	private static List<Statement> at(Instant said) {
		return List.of(new Statement(Purpose.MARKETING_EMAIL, Choice.YES, said, null));
	}

	@Test
	void onlyANoIsSaidForAnAddress() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.noes
			.record(details(Map.of("email", "roof@hearth.example")), Declaration.byImport(People.OPERATOR,
					List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.YES)), Evidence.NONE, "people.csv", false)));
	}

	private static Declaration no(Purpose purpose, boolean own) {
		return Declaration.byImport(People.OPERATOR, List.of(new Statement(purpose, Choice.NO, SAID, null)),
				Evidence.NONE, "unsubscribed.csv", own);
	}

	private static Details details(Map<String, String> typed) {
		return new DetailsDraft(typed, "FR", java.time.LocalDate.EPOCH).details();
	}

}
