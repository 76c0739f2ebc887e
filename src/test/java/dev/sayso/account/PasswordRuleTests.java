package dev.sayso.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRuleTests {

	@ParameterizedTest
	@CsvSource({ "eleven-char,short", "twelve-chars,", "ça-va-être-bien,", "correct horse battery staple,",
			"Sofie.Maes@posteo.example,username" })
	void isLongAndNotTheName(String password, String fault) {
		assertThat(PasswordRule.fault(password, "sofie.maes@posteo.example").orElse(null)).isEqualTo(fault);
	}

	@Test
	void isNoLongerThanTheEncoderReads() {
		assertThat(PasswordRule.fault("é".repeat(36), "sofie")).isEmpty();
		assertThat(PasswordRule.fault("é".repeat(37), "sofie")).contains("long");
	}

	@Test
	void whatIsMadeKeepsTheRule() {
		String made = PasswordRule.make();
		assertThat(made).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}").isNotEqualTo(PasswordRule.make());
		assertThat(PasswordRule.fault(made, "sofie")).isEmpty();
	}

}
