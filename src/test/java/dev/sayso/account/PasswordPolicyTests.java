package dev.sayso.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordPolicyTests {

	@ParameterizedTest
	@CsvSource({ "eleven-char,short", "twelve-chars,", "ça-va-être-bien,", "correct horse battery staple,",
			"Sofie.Maes@posteo.example,username" })
	void isLongAndNotTheName(String password, String fault) {
		assertThat(PasswordPolicy.fault(password, "sofie.maes@posteo.example").orElse(null)).isEqualTo(fault);
	}

	@Test
	void isNoLongerThanTheEncoderReads() {
		assertThat(PasswordPolicy.fault("é".repeat(36), "sofie")).isEmpty();
		assertThat(PasswordPolicy.fault("é".repeat(37), "sofie")).contains("long");
	}

	@Test
	void whatIsMadeMeetsThePolicy() {
		String made = PasswordPolicy.make();
		assertThat(made).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}").isNotEqualTo(PasswordPolicy.make());
		assertThat(PasswordPolicy.fault(made, "sofie")).isEmpty();
	}

}
