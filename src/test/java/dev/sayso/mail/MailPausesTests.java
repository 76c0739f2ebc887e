package dev.sayso.mail;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailPausesTests {

	@Test
	void eachPauseIsLongerUntilTheyStayLong() {
		for (int attempts = 1; attempts < 20; attempts++) {
			assertThat(MailPauses.after(attempts + 1)).isGreaterThanOrEqualTo(MailPauses.after(attempts));
		}
		assertThat(MailPauses.after(1)).isEqualTo(Duration.ofMinutes(1));
		assertThat(MailPauses.after(100)).isEqualTo(Duration.ofHours(12));
		assertThat(MailPauses.rest(1)).isLessThan(MailPauses.rest(2));
		assertThat(MailPauses.rest(50)).isEqualTo(Duration.ofMinutes(5));
	}

	@Test
	void nothingEndsAHeadersLine() {
		assertThat(MailServer.line("Verel\r\nBcc: all@verel.example\u2028x"))
			.isEqualTo("Verel Bcc: all@verel.example x");
		assertThat(SmtpFailures.detail("550 5.1.1 <ana@verel.example>: unknown\r\nhere"))
			.isEqualTo("550 5.1.1 … unknown here");
		assertThat(Mail.mask("ana@verel.example")).isEqualTo("a•••••@verel.example");
	}

}
