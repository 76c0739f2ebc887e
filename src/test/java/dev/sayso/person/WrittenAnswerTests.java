package dev.sayso.person;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenAnswerTests {

	@ParameterizedTest
	@CsvSource({ "1,YES", "1.0,YES", "'1,0',YES", "TRUE,YES", "x,YES", "Oui,YES", "Sí,YES", "sì,YES", "Ja,YES",
			"да,YES", "Tak,YES", "✓,YES", "0,NO", "0.00,NO", "Non,NO", "nee,NO", "Nein,NO", "нет,NO", "nie,NO",
			"Unsubscribed,LEFT", "opted_out,LEFT", "OPT-OUT,LEFT", "Désabonné,LEFT", "uitgeschreven,LEFT",
			"abgemeldet,LEFT", "dado de baja,LEFT", "disiscritto,LEFT", "отписан,LEFT", "wypisany,LEFT",
			"blocklisted,STOPPED", "do not contact,STOPPED", "cleaned,BOUNCED", "HARD_BOUNCE,BOUNCED",
			"subscribed,STAYS", "Abonné,STAYS", "pending,WAITING", "NEVER_SUBSCRIBED,SILENT" })
	void wordsOfEightLanguagesAndOtherToolsAreRead(String text, WrittenAnswer answer) {
		assertThat(WrittenAnswer.parse(text)).contains(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "maybe", "10", "1.5", "yes and no", "?" })
	void anythingElseIsNoAnswer(String text) {
		assertThat(WrittenAnswer.parse(text)).isEmpty();
	}

}
