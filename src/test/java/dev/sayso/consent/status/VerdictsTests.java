package dev.sayso.consent.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.ConsentModel;
import dev.sayso.consent.Pause;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.consent.status.ContactStatus.Sharer;
import dev.sayso.consent.status.Verdict.Code;
import dev.sayso.consent.status.Verdict.Reason;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.person.Origin;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

class VerdictsTests {

	private static final Instant NOW = Instant.parse("2026-03-03T20:47:12Z");

	private static final Map<Channel, String> ADDRESSES = Map.of(Channel.EMAIL, "camille@posteo.example");

	@Test
	void whoSaidNothingAndHasAnAddressMayBeContacted() {
		assertThat(judge(status(say())).allowed()).isTrue();
	}

	@Test
	void withoutAnAddressNobodyIsContacted() {
		ContactStatus status = new ContactStatus(say(), Map.of(), List.of(), List.of(),
				ConsentModel.OPT_OUT.defaults());
		assertThat(judge(status).reasons()).extracting(Reason::code).containsExactly(Code.ADDRESS_MISSING);
		assertThat(judge(status).state()).isEqualTo(Verdict.State.NO_ADDRESS);
	}

	@Test
	void anOptOutNamesItsLedgerEntry() {
		Consent no = consent(Purpose.MARKETING_EMAIL, Choice.NO);
		assertThat(judge(status(say(no))).reasons()).singleElement().satisfies((reason) -> {
			assertThat(reason.code()).isEqualTo(Code.OPTED_OUT);
			assertThat(reason.consent()).isEqualTo(no);
			assertThat(reason.since()).isEqualTo(NOW);
		});
	}

	@Test
	void aNoToAnyChannelIsSaidToBeOne() {
		Verdict verdict = judge(status(say(consent(Purpose.MARKETING_ANY, Choice.NO))));
		assertThat(verdict.has(Code.OPTED_OUT_ANY)).isTrue();
		assertThat(verdict.state()).isEqualTo(Verdict.State.DO_NOT_CONTACT);
	}

	@Test
	void anUnconfirmedOptInWaits() {
		assertThat(judge(status(say(consent(Purpose.MARKETING_EMAIL, Choice.PENDING)))).state())
			.isEqualTo(Verdict.State.WAITING);
	}

	@Test
	void aLawfulBasisThatIsNoneForMarketingIsNoConsent() {
		assertThat(judge(status(say(consent(Purpose.MARKETING_EMAIL, Choice.CONTRACT)))).has(Code.NO_CONSENT)).isTrue();
	}

	@Test
	void silenceIsNoWhereTheDefaultSaysSo() {
		ConsentDefaults strict = ConsentModel.OPT_OUT.defaults()
			.with(Map.of(Purpose.MARKETING_EMAIL, Choice.DEFAULT_NO));
		ContactStatus status = new ContactStatus(say(), ADDRESSES, List.of(), List.of(), strict);
		assertThat(judge(status).has(Code.NO_CONSENT)).isTrue();
	}

	@Test
	void theNoOfSomebodyWithTheSameAddressCountsAndTheReasonNamesThem() {
		ProfileId sharer = ProfileId.random();
		assertThat(judge(shared(sharer, consent(Purpose.MARKETING_EMAIL, Choice.NO), Set.of(Channel.EMAIL))).reasons())
			.singleElement()
			.satisfies((reason) -> {
				assertThat(reason.sharer()).isEqualTo(sharer);
				assertThat(reason.sharerName()).isEqualTo("Camille’s mother");
			});
	}

	@Test
	void aSharersNoCountsOnlyOnTheChannelsOfTheSharedAddress() {
		assertThat(judge(shared(ProfileId.random(), consent(Purpose.MARKETING_EMAIL, Choice.NO), Set.of(Channel.CALL)))
			.allowed()).isTrue();
	}

	@Test
	void aSharerWhoDidNotOptOutStopsNothing() {
		assertThat(judge(
				shared(ProfileId.random(), consent(Purpose.MARKETING_EMAIL, Choice.PENDING), Set.of(Channel.EMAIL)))
			.allowed()).isTrue();
	}

	@Test
	void transactionalPassesOptOutsAndKeptSaysButNeverAnUndeliverableAddress() {
		Say no = say(consent(Purpose.MARKETING_ANY, Choice.NO));
		assertThat(transactional(status(no)).allowed()).isTrue();
		Suppression bounced = Suppression.of(Channel.EMAIL, Suppression.Reason.HARD_BOUNCE, false, Origin.API, NOW,
				null, null);
		ContactStatus suppressed = new ContactStatus(no, ADDRESSES, List.of(bounced), List.of(),
				ConsentModel.OPT_OUT.defaults());
		assertThat(transactional(suppressed).reasons()).extracting(Reason::code)
			.containsExactly(Code.ADDRESS_SUPPRESSED);
		Suppression kept = Suppression.of(Channel.EMAIL, Suppression.Reason.COMPLAINT, false, Origin.API, NOW, null,
				null);
		ContactStatus keptOnly = new ContactStatus(say(), ADDRESSES, List.of(kept), List.of(),
				ConsentModel.OPT_OUT.defaults());
		assertThat(transactional(keptOnly).allowed()).isTrue();
		assertThat(judge(keptOnly).has(Code.ADDRESS_SUPPRESSED)).isTrue();
	}

	@Test
	void eachSuppressionIsAReasonWithItsEvidenceUntilItEnds() {
		Suppression resting = Suppression.of(Channel.EMAIL, Suppression.Reason.SOFT_BOUNCES, false, Origin.API, NOW,
				null, null);
		Suppression complaint = Suppression.of(Channel.EMAIL, Suppression.Reason.COMPLAINT, false, Origin.API, NOW,
				null, null);
		Suppression elsewhere = Suppression.of(Channel.SMS, Suppression.Reason.CARRIER_STOP, false, Origin.API, NOW,
				null, null);
		ContactStatus status = new ContactStatus(say(), ADDRESSES, List.of(resting, complaint, elsewhere), List.of(),
				ConsentModel.OPT_OUT.defaults());
		assertThat(judge(status).reasons()).extracting(Reason::suppression).containsExactly(resting, complaint);
		assertThat(judge(status).reasons()).extracting(Reason::until).containsExactly(resting.until(), null);
		Question later = new Question(Channel.EMAIL, "email-targeting", NOW.plus(Duration.ofDays(30)));
		assertThat(new Verdicts(List.of()).judge(status, later).reasons()).extracting(Reason::suppression)
			.containsExactly(complaint);
	}

	@Test
	void everyRuleIsEvaluatedNotJustTheFirst() {
		ContactStatus status = new ContactStatus(say(consent(Purpose.MARKETING_EMAIL, Choice.NO)), Map.of(), List.of(),
				List.of(), ConsentModel.OPT_OUT.defaults());
		assertThat(judge(status).reasons()).extracting(Reason::code)
			.containsExactly(Code.ADDRESS_MISSING, Code.OPTED_OUT);
	}

	@Test
	void anUpperRoomsRuleIsEvaluatedToo() {
		Verdicts joined = new Verdicts(List.of((status, question) -> List.of(Reason.of(Code.POLICY))));
		assertThat(joined.judge(status(say()), marketing()).has(Code.POLICY)).isTrue();
	}

	@Test
	void aPauseStopsUntilItsDayIsOverAndEndsByItself() {
		Pause pause = pause(Purpose.MARKETING_EMAIL, NOW.plusSeconds(60));
		ContactStatus status = status(say().with(pause));
		Verdict verdict = judge(status);
		assertThat(verdict.reasons()).singleElement().satisfies((reason) -> {
			assertThat(reason.code()).isEqualTo(Code.PAUSED);
			assertThat(reason.until()).isEqualTo(pause.ends());
			assertThat(reason.since()).isEqualTo(pause.since());
		});
		assertThat(verdict.state()).isEqualTo(Verdict.State.PAUSED);
		Question after = new Question(Channel.EMAIL, "email-targeting", pause.ends());
		assertThat(new Verdicts(List.of()).judge(status, after).allowed()).isTrue();
	}

	@Test
	void aPauseOfEverythingStopsEachChannelAndTheLongestIsNamed() {
		Pause longest = pause(Purpose.MARKETING_ANY, NOW.plusSeconds(90));
		Say say = say().with(pause(Purpose.MARKETING_EMAIL, NOW.plusSeconds(60))).with(longest);
		assertThat(judge(status(say)).pause()).contains(longest);
		assertThat(judge(status(say().with(pause(Purpose.MARKETING_SMS, NOW.plusSeconds(60))))).allowed()).isTrue();
	}

	@Test
	void aPauseStandsBesideANoAndChangesNoChoice() {
		Say say = say(consent(Purpose.MARKETING_EMAIL, Choice.NO))
			.with(pause(Purpose.MARKETING_EMAIL, NOW.plusSeconds(60)));
		assertThat(judge(status(say)).reasons()).extracting(Reason::code).containsExactly(Code.OPTED_OUT, Code.PAUSED);
		assertThat(judge(status(say)).state()).isEqualTo(Verdict.State.DO_NOT_CONTACT);
		Say waiting = say(consent(Purpose.MARKETING_EMAIL, Choice.PENDING))
			.with(pause(Purpose.MARKETING_ANY, NOW.plusSeconds(60)));
		assertThat(judge(status(waiting)).state()).isEqualTo(Verdict.State.WAITING);
	}

	@Test
	void whatIsNoMarketingPassesAPauseAndSoDoesWhoSharesTheAddress() {
		Say paused = say().with(pause(Purpose.MARKETING_ANY, NOW.plusSeconds(60)));
		assertThat(transactional(status(paused)).allowed()).isTrue();
		ContactStatus sharing = new ContactStatus(say(), ADDRESSES, List.of(),
				List.of(new Sharer(ProfileId.random(), "Camille’s mother", Set.of(Channel.EMAIL), paused)),
				ConsentModel.OPT_OUT.defaults());
		assertThat(judge(sharing).allowed()).isTrue();
	}

	private static Pause pause(Purpose purpose, Instant ends) {
		return new Pause(purpose, LocalDate.EPOCH, ends, NOW, NOW, Origin.SUBJECT, true, "", null, null,
				UUID.randomUUID());
	}

	private static Verdict judge(ContactStatus status) {
		return new Verdicts(List.of()).judge(status, marketing());
	}

	private static Verdict transactional(ContactStatus status) {
		return new Verdicts(List.of()).judge(status, new Question(Channel.EMAIL, Question.TRANSACTIONAL, NOW));
	}

	private static Question marketing() {
		return new Question(Channel.EMAIL, "email-targeting", NOW);
	}

	private static ContactStatus status(Say say) {
		return new ContactStatus(say, ADDRESSES, List.of(), List.of(), ConsentModel.OPT_OUT.defaults());
	}

	private static ContactStatus shared(ProfileId sharer, Consent theirs, Set<Channel> channels) {
		Say say = Say.of(sharer, List.of(theirs), null);
		return new ContactStatus(say(), ADDRESSES, List.of(),
				List.of(new Sharer(sharer, "Camille’s mother", channels, say)), ConsentModel.OPT_OUT.defaults());
	}

	private static Say say(Consent... consents) {
		return Say.of(ProfileId.random(), List.of(consents), null);
	}

	private static Consent consent(Purpose purpose, Choice choice) {
		return new Consent(purpose, choice, NOW, NOW, Origin.SUBJECT, true, "", null, null, UUID.randomUUID());
	}

}
