package dev.sayso.consent.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That no entry can be changed, left out or put in unseen, also after erasure.
 */
@ProductTest
class LedgerVerificationTests {

	@Autowired
	Ledger verification;

	@Autowired
	RecordSay record;

	@Autowired
	EraseProfile erase;

	@Autowired
	Suppressions suppressions;

	@Autowired
	Says says;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	@Test
	void whoSaidNothingHasAnEmptyChainThatHolds() {
		assertThat(this.verification.verify(this.people.somebody())).isEqualTo(new Ledger.Proof(0, null));
	}

	@Test
	void aChangedReasonIsSeen() {
		ProfileId somebody = spoken();
		this.jdbc
			.sql("update ledger_entry set reason = 'never' where profile_id = :profile and purpose = 'marketing.email'")
			.param("profile", somebody.id())
			.update();
		assertThat(this.verification.verify(somebody).holds()).isFalse();
	}

	@Test
	void aChangedChoiceIsSeen() {
		ProfileId somebody = spoken();
		this.jdbc
			.sql("update ledger_entry set after_choice = 'y' where profile_id = :profile and purpose = 'marketing.sms'")
			.param("profile", somebody.id())
			.update();
		assertThat(this.verification.verify(somebody).holds()).isFalse();
	}

	@Test
	void anEntryLeftOutIsSeenAlsoAtTheEnd() {
		for (String purpose : List.of("marketing.email", "marketing.sms", "marketing.call")) {
			ProfileId somebody = spoken();
			this.jdbc.sql("delete from ledger_entry where profile_id = :profile and purpose = :purpose")
				.param("profile", somebody.id())
				.param("purpose", purpose)
				.update();
			assertThat(this.verification.verify(somebody).holds()).as(purpose).isFalse();
		}
	}

	@Test
	void afterErasureTheChainHoldsUnderItsRandomIdAndNamesNobody() {
		ProfileId somebody = spoken();
		this.erase.erase(somebody, People.OPERATOR);
		ProfileId nobody = new ProfileId(
				this.jdbc.sql("select profile_id from ledger_entry").query(UUID.class).list().get(0));
		assertThat(nobody).isNotEqualTo(somebody);
		assertThat(this.verification.verify(nobody)).isEqualTo(new Ledger.Proof(3, null));
		assertThat(this.jdbc.sql("""
				select count(*) from ledger_entry
				where reason is not null or evidence is not null or source is not null or actor_name <> ''""")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void theNoOfSomebodyErasedComesBackWithTheirAddress() {
		Profile gone = this.people.create(Map.of("email", "Camille@Posteo.example"));
		say(gone.id(), Purpose.MARKETING_EMAIL);
		this.erase.erase(gone.id(), People.OPERATOR);
		assertThat(this.suppressions.find(Map.of(Channel.EMAIL, "camille@posteo.example"))).singleElement()
			.satisfies((kept) -> assertThat(kept.kind()).isEqualTo(Suppression.Kind.KEPT_SAY));
		Profile back = this.people.create(Map.of("email", "camille@posteo.example"));
		assertThat(this.says.find(back.id()).get(Purpose.MARKETING_EMAIL).orElseThrow()).satisfies((consent) -> {
			assertThat(consent.choice()).isEqualTo(Choice.NO);
			assertThat(consent.own()).isTrue();
		});
	}

	@Test
	void whoComesBackThemselfFreesTheirAddress() {
		Profile gone = this.people.create(Map.of("email", "noor@telenet.example"));
		say(gone.id(), Purpose.MARKETING_EMAIL);
		this.erase.erase(gone.id(), People.OPERATOR);
		Profile back = this.people.create(Map.of("email", "noor@telenet.example"));
		this.record.record(back.id(), Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.YES)),
				Evidence.NONE, "Preferences v3", null));
		assertThat(this.suppressions.find(Map.of(Channel.EMAIL, "noor@telenet.example"))).isEmpty();
	}

	private ProfileId spoken() {
		ProfileId somebody = this.people.somebody();
		say(somebody, Purpose.MARKETING_EMAIL);
		say(somebody, Purpose.MARKETING_SMS);
		say(somebody, Purpose.MARKETING_CALL);
		return somebody;
	}

	private void say(ProfileId profile, Purpose purpose) {
		this.record.record(profile,
				Declaration.bySubject(List.of(Statement.of(purpose, Choice.NO, "too many messages")),
						Evidence.NONE.with("page", "preferences"), "Preferences v3", null));
	}

}
