package dev.sayso.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordPolicyTests {

	@ParameterizedTest
	@CsvSource({ "eleven-char,short", "twelve-chars-of-it,", "ça-va-être-bien,", "correct horse battery staple,",
			"Sofie.Maes@posteo.example,username" })
	void isLongAndNotTheName(String password, String fault) {
		assertThat(PasswordPolicy.fault(password, "sofie.maes@posteo.example").orElse(null)).isEqualTo(fault);
	}

	@Test
	void isNoLongerThanTheEncoderReads() {
		assertThat(PasswordPolicy.fault("é".repeat(36), "sofie")).contains("common");
		assertThat(PasswordPolicy.fault("zoutzuur tandem vlag ".repeat(4).substring(0, 72), "sofie")).isEmpty();
		assertThat(PasswordPolicy.fault("é".repeat(37), "sofie")).contains("long");
	}

	@ParameterizedTest
	@ValueSource(strings = { "passwordpassword", "aaaaaaaaaaaa", "123456789012", "qwertyuiopasdf", "p@ssw0rdp@ssw0rd",
			"iloveyou1234", "wachtwoord123", "motdepasse123", "abcabcabcabcabc", "abcdefghijklmnop", "welcome12345",
			"monkeymonkeymonkey", "éééééééééééé", "sayso-sayso-sayso", "sofiesofiesofie", "Sofie Maes 1980",
			"\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00" })
	void isNothingThatIsTriedFirst(String password) {
		assertThat(PasswordPolicy.fault(password, "sofie", "Sofie Maes")).contains("common");
	}

	@Test
	void whatIsMadeMeetsThePolicy() {
		String made = PasswordPolicy.make();
		assertThat(made).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}").isNotEqualTo(PasswordPolicy.make());
		assertThat(PasswordPolicy.fault(made, "sofie")).isEmpty();
	}

}
