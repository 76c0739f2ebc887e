package dev.sayso.condition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the messages of which conditions are built.
 */
@ProductTest
class ConditionMessagesTests {

	@Autowired
	ConditionMessages messages;

	@Autowired
	FactRegistry facts;

	@Test
	void factsAndOperatorsReadInTheReadersLanguage() {
		assertThat(this.messages.label(fact("consents.share"), Locale.ENGLISH))
			.isEqualTo("Consents to sharing with partners");
		assertThat(this.messages.label(fact("reach.postalMail"), Locale.FRENCH)).isEqualTo("Contact par courrier");
		assertThat(this.messages.operator(Operator.IS, FactType.CODE, Locale.ENGLISH)).isEqualTo("is");
		assertThat(this.messages.operator(Operator.IS, FactType.DATE, Locale.ENGLISH)).isEqualTo("on");
		assertThat(this.messages.unit(Period.Unit.MONTHS, 1, Locale.ENGLISH)).isEqualTo("month");
		assertThat(this.messages.unit(Period.Unit.DAYS, 0, Locale.FRENCH)).isEqualTo("jour");
	}

	@Test
	void whatIsKnownIsWrittenForTheReader() {
		assertThat(this.messages.value(fact("country"), "BE", Locale.FRENCH)).isEqualTo("Belgique");
		assertThat(this.messages.value(fact("email"), "BE", Locale.FRENCH)).isEqualTo("BE");
		assertThat(this.messages.value(fact("birthDate"), LocalDate.of(2000, 3, 1), Locale.ENGLISH))
			.isEqualTo("1 March 2000");
		assertThat(this.messages.value(fact("createdAt"), Instant.parse("2026-03-05T12:00:00Z"), Locale.FRENCH))
			.isEqualTo("5 mars 2026");
		assertThat(this.messages.value(fact("consents.share"), true, Locale.forLanguageTag("nl"))).isEqualTo("Ja");
		assertThat(this.messages.value(fact("email"), new BigDecimal("1250.50"), Locale.ENGLISH)).isEqualTo("1,250.5");
	}

	@Test
	void aFaultNamesTheOperatorByItsWord() {
		assertThat(this.messages.fault(new ConditionFault("/operator", "operator", "inLast"), Locale.ENGLISH))
			.isEqualTo("This cannot be compared with “in the last”.");
		assertThat(this.messages.fault(new ConditionFault("/fact", "unknown", "attributes.tier"), Locale.FRENCH))
			.isEqualTo("On ne sait plus rien des personnes sous le nom «\u00a0attributes.tier\u00a0».");
	}

	private Fact fact(String name) {
		return Objects.requireNonNull(this.facts.byName().get(name));
	}

}
