package dev.sayso.consent;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.person.Origin;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each rule of the say, in the order in which the domain numbers them.
 */
class SayRulesTests {

	private static final Instant NOW = Instant.parse("2026-03-03T20:47:12Z");

	private static final Actor OPERATOR = Actor.account("1", "Sofie Maes");

	private static final Evidence LETTER = Evidence.NONE.with("kind", "letter");

	private Say say = Say.nothing(ProfileId.random());

	@Nested
	class WhatAChoiceAllows {

		@Test
		void yesAndDefaultYesAndLegitimateInterestAllow() {
			assertThat(List.of(Choice.YES, Choice.DEFAULT_YES, Choice.LEGITIMATE_INTEREST))
				.allMatch((choice) -> choice.allows(Purpose.MARKETING_EMAIL));
		}

		@Test
		void noAndDefaultNoAndPendingDoNot() {
			assertThat(List.of(Choice.NO, Choice.DEFAULT_NO, Choice.PENDING))
				.noneMatch((choice) -> choice.allows(Purpose.COLLECT));
		}

		@Test
		void otherLawfulBasesCoverDataButNeverMarketingOrPersonalization() {
			assertThat(List.of(Choice.CONTRACT, Choice.COMPLIANCE, Choice.VITAL_INTEREST, Choice.PUBLIC_INTEREST))
				.allMatch((choice) -> choice.allows(Purpose.COLLECT) && choice.allows(Purpose.SHARE))
				.noneMatch((choice) -> choice.allows(Purpose.MARKETING_SMS)
						|| choice.allows(Purpose.PERSONALIZE_CONTENT) || choice.allows(Purpose.MODELING));
		}

		@Test
		void byOptOutSilenceAllowsContactAndCollectingButNotSharingPersonalizationOrLearning() {
			assertThat(allows(Purpose.MARKETING_EMAIL)).isTrue();
			assertThat(allows(Purpose.COLLECT)).isTrue();
			assertThat(allows(Purpose.SHARE)).isFalse();
			assertThat(allows(Purpose.PERSONALIZE_CONTENT)).isFalse();
			assertThat(allows(Purpose.MODELING)).isFalse();
		}

		@Test
		void aTakenBackSayIsAsIfNothingWereSaid() {
			evaluate(bySubject(Purpose.MARKETING_EMAIL, Choice.NO));
			evaluate(bySubject(Purpose.MARKETING_EMAIL, Choice.UNKNOWN));
			assertThat(effective(Purpose.MARKETING_EMAIL).because()).isEqualTo(EffectiveChoice.Because.DEFAULT);
		}

	}

	@Nested
	class Precedence {

		@Test
		void aNoToAnyChannelBeatsTheChannelsOwnYes() {
			evaluate(byOperator(Purpose.MARKETING_EMAIL, Choice.YES));
			evaluate(byOperator(Purpose.MARKETING_ANY, Choice.NO));
			assertThat(effective(Purpose.MARKETING_EMAIL).because()).isEqualTo(EffectiveChoice.Because.ANY);
			assertThat(allows(Purpose.MARKETING_EMAIL)).isFalse();
		}

		@Test
		void theChannelsOwnRowBeatsAYesToAnyChannel() {
			evaluate(byOperator(Purpose.MARKETING_ANY, Choice.YES));
			evaluate(byOperator(Purpose.MARKETING_EMAIL, Choice.NO));
			assertThat(allows(Purpose.MARKETING_EMAIL)).isFalse();
			assertThat(allows(Purpose.MARKETING_SMS)).isTrue();
		}

		@Test
		void theRowOfAnyChannelBeatsTheDefault() {
			evaluate(byOperator(Purpose.MARKETING_ANY, Choice.DEFAULT_NO));
			assertThat(effective(Purpose.MARKETING_PUSH).because()).isEqualTo(EffectiveChoice.Because.ANY);
			assertThat(allows(Purpose.MARKETING_PUSH)).isFalse();
		}

		@Test
		void anyChannelSaysNothingAboutOtherPurposes() {
			evaluate(bySubject(Purpose.MARKETING_ANY, Choice.NO));
			assertThat(allows(Purpose.COLLECT)).isTrue();
		}

	}

	@Nested
	class ComingBack {

		@Test
		void whoSaidNoToEverythingAndChoosesOneChannelOpensThatOneAlone() {
			evaluate(bySubject(Purpose.MARKETING_ANY, Choice.NO));
			evaluate(bySubject(Purpose.MARKETING_SMS, Choice.YES));
			assertThat(allows(Purpose.MARKETING_SMS)).isTrue();
			assertThat(SayRulesTests.this.say.explicit(Purpose.MARKETING_ANY)).isEqualTo(Choice.UNKNOWN);
			assertThat(Purpose.values()).filteredOn((purpose) -> purpose.channel().isPresent())
				.filteredOn((purpose) -> purpose != Purpose.MARKETING_SMS)
				.allMatch((purpose) -> SayRulesTests.this.say.explicit(purpose) == Choice.NO);
		}

		@Test
		void comingBackUnconfirmedOpensNothingYet() {
			evaluate(bySubject(Purpose.MARKETING_ANY, Choice.NO));
			SayEvaluation evaluation = SayRulesTests.this.say
				.evaluate(bySubject(Purpose.MARKETING_EMAIL, Choice.PENDING), NOW);
			assertThat(evaluation.changes()).isEmpty();
			assertThat(evaluation.waiting()).singleElement()
				.satisfies((waiting) -> assertThat(waiting.purpose()).isEqualTo(Purpose.MARKETING_EMAIL));
			assertThat(Purpose.values()).filteredOn((purpose) -> purpose.channel().isPresent())
				.noneMatch(SayRulesTests.this::allows);
		}

		@Test
		void anOperatorWhoConfirmsItNarrowsTheNoWithReasonAndEvidence() {
			evaluate(bySubject(Purpose.MARKETING_ANY, Choice.NO));
			List<Statement> yes = List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.YES));
			assertThatExceptionOfType(OwnRefusalException.class)
				.isThrownBy(() -> evaluate(Declaration.byConfirmation(OPERATOR, yes, LETTER)));
			evaluate(Declaration.byConfirmation(OPERATOR,
					List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.YES, "she called")), LETTER));
			assertThat(allows(Purpose.MARKETING_EMAIL)).isTrue();
			assertThat(SayRulesTests.this.say.explicit(Purpose.MARKETING_ANY)).isEqualTo(Choice.UNKNOWN);
			assertThat(SayRulesTests.this.say.saysNo(Channel.SMS)).isTrue();
		}

		@Test
		void whoSaysNoToAnyChannelAndYesToOneAtTheSameMomentIsStopped() {
			evaluate(Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.YES),
					Statement.of(Purpose.MARKETING_ANY, Choice.NO)), Evidence.NONE, "Preferences v3", null));
			assertThat(SayRulesTests.this.say.saysNoToAny()).isTrue();
			assertThat(allows(Purpose.MARKETING_EMAIL)).isFalse();
		}

		@Test
		void anOperatorWhoRecordsAYesDoesNotNarrowTheNoToAnyChannel() {
			evaluate(bySubject(Purpose.MARKETING_ANY, Choice.NO));
			evaluate(byOperator(Purpose.MARKETING_EMAIL, Choice.YES));
			assertThat(SayRulesTests.this.say.saysNoToAny()).isTrue();
			assertThat(allows(Purpose.MARKETING_EMAIL)).isFalse();
		}

	}

	@Nested
	class PersonalizationIsSeparate {

		@Test
		void refusingPersonalizationNeverStopsContact() {
			evaluate(bySubject(Purpose.PERSONALIZE_CONTENT, Choice.NO));
			assertThat(allows(Purpose.MARKETING_EMAIL)).isTrue();
		}

		@Test
		void aNoToAnyChannelLeavesPersonalizationAsItIs() {
			evaluate(bySubject(Purpose.PERSONALIZE_CONTENT, Choice.YES));
			evaluate(bySubject(Purpose.MARKETING_ANY, Choice.NO));
			assertThat(allows(Purpose.PERSONALIZE_CONTENT)).isTrue();
		}

	}

	@Nested
	class ATickEchoes {

		@Test
		void sayingWhatStandsAlreadyChangesNothing() {
			evaluate(bySubject(Purpose.MARKETING_EMAIL, Choice.YES));
			assertThat(SayRulesTests.this.say.evaluate(bySubject(Purpose.MARKETING_EMAIL, Choice.YES), NOW).changes())
				.isEmpty();
		}

		@Test
		void aNoThatSomebodyElseRecordedBecomesThePersonsOwnWhenTheySayItToo() {
			evaluate(byOperator(Purpose.MARKETING_EMAIL, Choice.NO));
			evaluate(bySubject(Purpose.MARKETING_EMAIL, Choice.NO));
			assertThat(SayRulesTests.this.say.get(Purpose.MARKETING_EMAIL).orElseThrow().own()).isTrue();
		}

	}

	@Nested
	class OptOutWins {

		@Test
		void againstAYesInTheSameDeclaration() {
			Declaration both = Declaration.byApi(Actor.token("2", "CRM"), false, List
				.of(Statement.of(Purpose.MARKETING_ANY, Choice.NO), Statement.of(Purpose.MARKETING_EMAIL, Choice.YES)),
					Evidence.NONE, false);
			evaluate(both);
			assertThat(allows(Purpose.MARKETING_EMAIL)).isFalse();
		}

		@Test
		void againstAYesToTheSameInOneDeclarationUnlessThatWasSaidLater() {
			Statement no = new Statement(Purpose.MARKETING_EMAIL, Choice.NO, NOW, null);
			for (int later = -1; later <= 1; later++) {
				SayRulesTests.this.say = Say.nothing(SayRulesTests.this.say.profile());
				Statement yes = new Statement(Purpose.MARKETING_EMAIL, Choice.YES, NOW.plusSeconds(later), null);
				evaluate(Declaration.byApi(Actor.token("2", "CRM"), false, List.of(yes, no), Evidence.NONE, false));
				assertThat(SayRulesTests.this.say.saysNo(Channel.EMAIL)).as("yes %ss later", later)
					.isEqualTo(later <= 0);
			}
		}

		@Test
		void againstAYesOfTheSameInstant() {
			evaluate(byApi(Choice.NO, NOW));
			evaluate(byApi(Choice.YES, NOW));
			assertThat(SayRulesTests.this.say.saysNo(Channel.EMAIL)).isTrue();
		}

		@Test
		void againstAYesThatWasSaidEarlierAndComesInLate() {
			evaluate(byApi(Choice.NO, NOW));
			evaluate(byApi(Choice.YES, NOW.minusSeconds(60)));
			assertThat(SayRulesTests.this.say.saysNo(Channel.EMAIL)).isTrue();
		}

		@Test
		void againstWhatIsNoYesThoughThatWasSaidLater() {
			for (Choice later : List.of(Choice.LEGITIMATE_INTEREST, Choice.CONTRACT, Choice.DEFAULT_YES,
					Choice.DEFAULT_NO, Choice.PENDING, Choice.UNKNOWN)) {
				for (Purpose purpose : List.of(Purpose.MARKETING_EMAIL, Purpose.MARKETING_ANY, Purpose.SHARE)) {
					SayRulesTests.this.say = Say.nothing(ProfileId.random());
					evaluate(told(purpose, later, NOW.minusSeconds(10)));
					evaluate(told(purpose, Choice.NO, NOW.minusSeconds(1000)));
					Consent consent = SayRulesTests.this.say.get(purpose).orElseThrow();
					assertThat(consent.choice()).as(later + " " + purpose).isEqualTo(Choice.NO);
					assertThat(consent.saidAt()).isEqualTo(NOW.minusSeconds(1000));
				}
			}
		}

		@Test
		void butNotAgainstAYesOrATakingBackOfTheirOwnSaidLater() {
			evaluate(told(Purpose.MARKETING_EMAIL, Choice.YES, NOW.minusSeconds(10)));
			evaluate(told(Purpose.MARKETING_EMAIL, Choice.NO, NOW.minusSeconds(1000)));
			assertThat(allows(Purpose.MARKETING_EMAIL)).isTrue();
			evaluate(bySubject(Purpose.MARKETING_ANY, Choice.NO));
			evaluate(bySubject(Purpose.MARKETING_SMS, Choice.YES));
			evaluate(told(Purpose.MARKETING_ANY, Choice.NO, NOW.minusSeconds(1000)));
			assertThat(allows(Purpose.MARKETING_SMS)).isTrue();
		}

		private Declaration told(Purpose purpose, Choice choice, Instant saidAt) {
			return Declaration.byApi(Actor.token("2", "CRM"), false,
					List.of(new Statement(purpose, choice, saidAt, null)), Evidence.NONE, true);
		}

		@Test
		void inAnImportWhichNeverTurnsANoIntoAnythingElse() {
			evaluate(byOperator(Purpose.MARKETING_EMAIL, Choice.NO));
			evaluate(byImport(Choice.YES));
			evaluate(byImport(Choice.UNKNOWN));
			assertThat(SayRulesTests.this.say.saysNo(Channel.EMAIL)).isTrue();
		}

	}

	@Nested
	class AnOwnNoIsTheirs {

		@Test
		void anOperatorLiftsItWithReasonAndEvidence() {
			evaluate(bySubject(Purpose.MARKETING_EMAIL, Choice.NO));
			evaluate(lift("asked at the shop", LETTER));
			assertThat(SayRulesTests.this.say.explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
		}

		@Test
		void withoutAReasonItStands() {
			evaluate(bySubject(Purpose.MARKETING_EMAIL, Choice.NO));
			assertThatExceptionOfType(OwnRefusalException.class).isThrownBy(() -> evaluate(lift(null, LETTER)))
				.satisfies((ex) -> assertThat(ex.purposes()).containsExactly(Purpose.MARKETING_EMAIL));
		}

		@Test
		void withoutEvidenceItStands() {
			evaluate(bySubject(Purpose.MARKETING_EMAIL, Choice.NO));
			assertThatExceptionOfType(OwnRefusalException.class)
				.isThrownBy(() -> evaluate(lift("asked at the shop", Evidence.NONE)));
		}

		@Test
		void anotherSystemWithoutTheRightDoesNotLiftIt() {
			evaluate(bySubject(Purpose.MARKETING_EMAIL, Choice.NO));
			Declaration api = Declaration.byApi(Actor.token("2", "CRM"), false,
					List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.YES, "they asked")), LETTER, false);
			assertThatExceptionOfType(OwnRefusalException.class).isThrownBy(() -> evaluate(api));
		}

		@Test
		void anOperatorsNoIsTakenBackWithoutMore() {
			evaluate(byOperator(Purpose.MARKETING_EMAIL, Choice.NO));
			evaluate(byOperator(Purpose.MARKETING_EMAIL, Choice.UNKNOWN));
			assertThat(allows(Purpose.MARKETING_EMAIL)).isTrue();
		}

		@Test
		void theNoOfSomebodyNobodyIdentifiedIsLiftedWithAReason() {
			evaluate(Declaration.byVisitor(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.NO)), Evidence.NONE,
					"Do not contact v1", null));
			assertThatExceptionOfType(OwnRefusalException.class).isThrownBy(() -> evaluate(lift(null, Evidence.NONE)));
			evaluate(lift("it was a neighbour", Evidence.NONE));
			assertThat(allows(Purpose.MARKETING_EMAIL)).isTrue();
		}

		@Test
		void whoLiftsAnotherNoTogetherWithAnOwnOneLiftsNeither() {
			evaluate(bySubject(Purpose.MARKETING_EMAIL, Choice.NO));
			evaluate(byOperator(Purpose.MARKETING_SMS, Choice.NO));
			Declaration both = Declaration.byOperator(OPERATOR,
					List.of(Statement.of(Purpose.MARKETING_SMS, Choice.UNKNOWN),
							Statement.of(Purpose.MARKETING_EMAIL, Choice.UNKNOWN)),
					Evidence.NONE);
			assertThatExceptionOfType(OwnRefusalException.class).isThrownBy(() -> evaluate(both));
			assertThat(SayRulesTests.this.say.saysNo(Channel.SMS)).isTrue();
		}

	}

	@Nested
	class WhatIsOwn {

		@Test
		void aFileOfUnsubscribedPeopleBringsTheirOwnNo() {
			evaluate(Declaration.byImport(OPERATOR, noToEmail(null), Evidence.NONE, "unsubscribed.csv", true));
			assertStaysOwn(Origin.IMPORT);
		}

		@Test
		void anotherSystemBringsTheirOwnNoWhereItSaysSo() {
			evaluate(Declaration.byApi(Actor.token("2", "CRM"), false, noToEmail(null), Evidence.NONE, true));
			assertStaysOwn(Origin.API);
		}

		@Test
		void aFileThatSaysNothingOfThePersonDoesNot() {
			evaluate(Declaration.byImport(OPERATOR, noToEmail(null), Evidence.NONE, "people.csv", false));
			evaluate(byOperator(Purpose.MARKETING_EMAIL, Choice.UNKNOWN));
			assertThat(SayRulesTests.this.say.explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
		}

		@Test
		void anotherSystemThatSpeaksForThePersonLiftsNoOwnNo() {
			evaluate(bySubject(Purpose.MARKETING_EMAIL, Choice.NO));
			Declaration yes = Declaration.byApi(Actor.token("2", "CRM"), false,
					List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.YES)), Evidence.NONE, true);
			assertThatExceptionOfType(OwnRefusalException.class).isThrownBy(() -> evaluate(yes));
		}

		@Test
		void anotherSystemThatSpeaksForThePersonNarrowsNoNoToAnyChannel() {
			evaluate(bySubject(Purpose.MARKETING_ANY, Choice.NO));
			evaluate(Declaration.byApi(Actor.token("2", "CRM"), true,
					List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.YES, "asked")), LETTER, true));
			assertThat(SayRulesTests.this.say.saysNoToAny()).isTrue();
		}

		@Test
		void thatANoWasTheirOwnIsLearntHoweverLate() {
			evaluate(byOperator(Purpose.MARKETING_EMAIL, Choice.NO));
			evaluate(Declaration.byImport(OPERATOR, noToEmail(NOW.minusSeconds(86_400)), Evidence.NONE,
					"unsubscribed.csv", true));
			assertStaysOwn(Origin.IMPORT);
			assertThat(SayRulesTests.this.say.get(Purpose.MARKETING_EMAIL).orElseThrow().saidAt()).isEqualTo(NOW);
		}

		@Test
		void aNoByAPublicFormTakesAReasonToLiftThoughAnOperatorHadRecordedIt() {
			evaluate(byOperator(Purpose.MARKETING_CALL, Choice.NO));
			evaluate(Declaration.byVisitor(List.of(Statement.of(Purpose.MARKETING_CALL, Choice.NO)), Evidence.NONE,
					"Page v1", null));
			assertThat(SayRulesTests.this.say.get(Purpose.MARKETING_CALL).orElseThrow().isTheirs()).isTrue();
			assertThatExceptionOfType(OwnRefusalException.class)
				.isThrownBy(() -> evaluate(byOperator(Purpose.MARKETING_CALL, Choice.UNKNOWN)));
		}

		@Test
		void aNoByAPublicFormTakesNothingFromOneThatIsSurelyTheirs() {
			evaluate(bySubject(Purpose.MARKETING_ANY, Choice.NO));
			SayEvaluation again = SayRulesTests.this.say.evaluate(Declaration.byVisitor(
					List.of(Statement.of(Purpose.MARKETING_ANY, Choice.NO)), Evidence.NONE, "Page v1", null), NOW);
			assertThat(again.changes()).isEmpty();
		}

		@Test
		void aFileOfUnsubscribedPeopleLiftsNothing() {
			evaluate(byOperator(Purpose.MARKETING_EMAIL, Choice.NO));
			evaluate(Declaration.byImport(OPERATOR, List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.YES)), LETTER,
					"people.csv", true));
			assertThat(SayRulesTests.this.say.saysNo(Channel.EMAIL)).isTrue();
		}

		private List<Statement> noToEmail(@Nullable Instant saidAt) {
			return List.of(new Statement(Purpose.MARKETING_EMAIL, Choice.NO, saidAt, null));
		}

		private void assertStaysOwn(Origin origin) {
			Consent no = SayRulesTests.this.say.get(Purpose.MARKETING_EMAIL).orElseThrow();
			assertThat(no.own()).isTrue();
			assertThat(no.origin()).isEqualTo(origin);
			assertThatExceptionOfType(OwnRefusalException.class)
				.isThrownBy(() -> evaluate(byOperator(Purpose.MARKETING_EMAIL, Choice.UNKNOWN)));
			assertThatExceptionOfType(OwnRefusalException.class).isThrownBy(() -> evaluate(lift(null, LETTER)));
			evaluate(lift("asked at the shop", LETTER));
			assertThat(allows(Purpose.MARKETING_EMAIL)).isTrue();
		}

	}

	@Nested
	class OnlyWhatWasShownActs {

		@Test
		void aNoThatTheFormDidNotShowIsAConflictAndNeverLifted() {
			evaluate(byOperator(Purpose.MARKETING_EMAIL, Choice.NO));
			Declaration blind = bySubject(Purpose.MARKETING_EMAIL, Choice.YES)
				.shown(Map.of(Purpose.MARKETING_EMAIL, Choice.UNKNOWN));
			assertThatExceptionOfType(StaleSayException.class).isThrownBy(() -> evaluate(blind))
				.satisfies((ex) -> assertThat(ex.purposes()).containsExactly(Purpose.MARKETING_EMAIL));
		}

		@Test
		void aNoToAnyChannelThatTheFormDidNotShowIsNotNarrowed() {
			evaluate(bySubject(Purpose.MARKETING_ANY, Choice.NO));
			Declaration blind = bySubject(Purpose.MARKETING_EMAIL, Choice.YES)
				.shown(Map.of(Purpose.MARKETING_ANY, Choice.UNKNOWN));
			assertThatExceptionOfType(StaleSayException.class).isThrownBy(() -> evaluate(blind));
			assertThat(SayRulesTests.this.say.saysNoToAny()).isTrue();
		}

	}

	@Nested
	class Pending {

		@Test
		void whereNothingIsSaidAnOptInWaitsAsPending() {
			evaluate(byVisitor(Choice.PENDING));
			assertThat(SayRulesTests.this.say.explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.PENDING);
		}

		@Test
		void whereANoStoodByDefaultItDoesToo() {
			evaluate(byVisitor(Choice.DEFAULT_NO));
			evaluate(byVisitor(Choice.PENDING));
			assertThat(SayRulesTests.this.say.explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.PENDING);
		}

		@Test
		void whereAnotherSayStandsItWaitsBesideAndReplacesNothing() {
			evaluate(bySubject(Purpose.MARKETING_EMAIL, Choice.NO));
			SayEvaluation evaluation = SayRulesTests.this.say.evaluate(byVisitor(Choice.PENDING), NOW);
			assertThat(evaluation.changes()).isEmpty();
			assertThat(evaluation.waiting()).singleElement()
				.satisfies((waiting) -> assertThat(waiting.purpose()).isEqualTo(Purpose.MARKETING_EMAIL));
		}

		@Test
		void besideAYesToAnyChannelItWaitsToo() {
			evaluate(byOperator(Purpose.MARKETING_ANY, Choice.YES));
			SayEvaluation evaluation = SayRulesTests.this.say.evaluate(byVisitor(Choice.PENDING), NOW);
			assertThat(evaluation.changes()).isEmpty();
			assertThat(evaluation.waiting()).hasSize(1);
		}

		@Test
		void itBecomesAYesOnlyWhenThePersonConfirms() {
			evaluate(byVisitor(Choice.PENDING));
			assertThat(allows(Purpose.MARKETING_EMAIL)).isFalse();
			evaluate(bySubject(Purpose.MARKETING_EMAIL, Choice.YES));
			assertThat(allows(Purpose.MARKETING_EMAIL)).isTrue();
		}

	}

	private void evaluate(Declaration declaration) {
		Map<Purpose, Consent> consents = new EnumMap<>(Purpose.class);
		consents.putAll(this.say.consents());
		this.say.evaluate(declaration, NOW)
			.changes()
			.stream()
			.map((change) -> LedgerEntry.of(this.say.profile(), declaration, change, NOW).consent())
			.forEach((consent) -> consents.put(consent.purpose(), consent));
		this.say = new Say(this.say.profile(), consents);
	}

	private EffectiveChoice effective(Purpose purpose) {
		return this.say.effective(purpose, ConsentModel.OPT_OUT.defaults());
	}

	private boolean allows(Purpose purpose) {
		return effective(purpose).allows();
	}

	private static Declaration bySubject(Purpose purpose, Choice choice) {
		return Declaration.bySubject(List.of(Statement.of(purpose, choice)), Evidence.NONE, "Preferences v3", null);
	}

	private static Declaration byVisitor(Choice choice) {
		return Declaration.byVisitor(List.of(Statement.of(Purpose.MARKETING_EMAIL, choice)), Evidence.NONE,
				"Preferences v3", null);
	}

	private static Declaration byOperator(Purpose purpose, Choice choice) {
		return Declaration.byOperator(OPERATOR, List.of(Statement.of(purpose, choice)), Evidence.NONE);
	}

	private static Declaration byImport(Choice choice) {
		return Declaration.byImport(OPERATOR, List.of(Statement.of(Purpose.MARKETING_EMAIL, choice, "came so")), LETTER,
				"people.csv", false);
	}

	private static Declaration byApi(Choice choice, Instant saidAt) {
		return Declaration.byApi(Actor.token("2", "CRM"), false,
				List.of(new Statement(Purpose.MARKETING_EMAIL, choice, saidAt, null)), Evidence.NONE, false);
	}

	private static Declaration lift(@Nullable String reason, Evidence evidence) {
		return Declaration.byOperator(OPERATOR, List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.UNKNOWN, reason)),
				evidence);
	}

}
