package dev.sayso.landing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Words that promise visitors what a box left unticked does not do for them.
 */
class UntickedPromiseTests {

	@ParameterizedTest
	@ValueSource(strings = { "Ticked is what you have told us so far. Anything you leave unticked, we stop.",
			"Untick one to hear from us there again.", "If you do not tick a box, we will no longer write.",
			"Boxes you leave **empty** are opted out.", "We only contact you where you ticked.",
			"Ticked = in, unticked = out.", "What you don’t tick, we remove.", "Leave it blank and we won't call.",
			"Nous arrêtons tout ce que vous laissez décoché.", "Ce que vous ne cochez pas, nous l’arrêtons.",
			"Décochez pour en recevoir à nouveau.", "Une case vide : nous ne vous écrivons plus.",
			"Nous vous contacterons uniquement là où vous avez coché.", "Wat u niet aanvinkt, stoppen we.",
			"Haal geen vinkje weg? Vakjes die u leeg laat, stoppen we.", "Uitgevinkt betekent: afgemeld.",
			"We schrijven u alleen waar u hebt aangevinkt." })
	void areFoundInEachLanguage(String text) {
		assertThat(UntickedPromise.isIn(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Tick each way you no longer want to hear from us.",
			"A box you leave empty changes nothing. To hear from us no more, press “Stop all contact”.",
			"We will no longer contact you. You can change your choices whenever you like.",
			"With your personal link, what you leave unticked is stopped.",
			"Cochez chaque moyen par lequel vous ne voulez plus recevoir de nos nouvelles.",
			"Une case laissée vide ne change rien. Pour ne plus rien recevoir, choisissez le bouton.",
			"Vink elk kanaal aan waarlangs u niets meer van ons wilt horen.",
			"Een vakje dat u leeg laat, verandert niets. Wilt u niets meer van ons horen, kies dan de knop.",
			"Only the best, about twice a month." })
	void areNotFoundWhereNothingOfTheKindIsSaid(String text) {
		assertThat(UntickedPromise.isIn(text)).isFalse();
	}

	@Test
	void areLeftOutOfWhatVisitorsReadOnPagesOfBefore() {
		assertThat(UntickedPromise
			.without("Ticked is what you have told us so far. Anything you leave unticked, we stop. Thank you."))
			.isEqualTo("Ticked is what you have told us so far. Thank you.");
	}

}
