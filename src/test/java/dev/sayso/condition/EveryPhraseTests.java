package dev.sayso.condition;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Condition.Quantifier;
import dev.sayso.condition.Period.Unit;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.People;
import dev.sayso.service.Frequency;
import dev.sayso.service.ServiceContent;
import dev.sayso.service.ServiceManagement;
import dev.sayso.service.ServiceValidity;
import dev.sayso.service.ServiceWords;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that every comparison can be said, in every language.
 */
@ProductTest
class EveryPhraseTests {

	@Autowired
	ConditionSentences sentences;

	@Autowired
	FactRegistry facts;

	@Autowired
	ConditionMessages messages;

	@Autowired
	Attributes attributes;

	@Autowired
	ServiceManagement services;

	@BeforeEach
	void declareAttributesAndAService() {
		declare(this.attributes);
		this.services.create("letter", Channel.EMAIL,
				new ServiceContent("Monday letter", "", false, ServiceValidity.ALWAYS,
						new ServiceWords(Map.of(), List.of(new Frequency("weekly", "every Monday", Map.of()),
								new Frequency("monthly", "once a month", Map.of())))),
				People.OPERATOR);
	}

	@Test
	void everyComparisonOfEveryFactIsASentence() {
		for (Locale reader : ConditionSentencesTests.READERS) {
			for (Fact fact : this.facts.byName().values()) {
				readable(this.messages.label(fact, reader));
				takenBy(fact).forEach((operator) -> samples(fact, operator).forEach((values) -> readable(
						this.sentences.plain(new Comparison(fact.name(), operator, values, false), reader))));
			}
		}
	}

	@Test
	void everyMessageOfTheMenusIsSaid() {
		for (Locale reader : ConditionSentencesTests.READERS) {
			for (FactType type : FactType.values()) {
				Arrays.stream(Operator.values())
					.filter((operator) -> operator.takes(type))
					.forEach((operator) -> readable(this.messages.operator(operator, type, reader)));
			}
			Arrays.stream(Quantifier.values())
				.forEach((quantifier) -> readable(this.messages.quantifier(quantifier, reader)));
			for (Unit unit : Unit.values()) {
				assertThat(List.of(0, 1, 2)).allSatisfy((amount) -> readable(this.messages.unit(unit, amount, reader)));
			}
		}
	}

	@Test
	void everyFaultIsASentence() {
		for (String code : List.of("json", "object", "shape", "member", "deep", "large", "empty", "unknown", "operator",
				"text", "boolean", "number", "date", "value", "missing", "count", "many", "long", "control", "option",
				"order", "period", "period.year")) {
			assertThat(ConditionSentencesTests.READERS).allSatisfy((reader) -> {
				String said = this.messages.fault(new ConditionFault("", code, 30), reader);
				readable(said);
				assertThat(said).endsWith(".");
			});
		}
	}

	private static List<Operator> takenBy(Fact fact) {
		return Arrays.stream(Operator.values()).filter((operator) -> operator.takes(fact.type())).toList();
	}

	private static void readable(String text) {
		assertThat(text).isNotBlank()
			.doesNotContain("{", "}", "…", "<", "  ", " ,", "null")
			.doesNotContainPattern("[\uE000-\uF8FF]");
	}

	/**
	 * Attributes of every type.
	 */
	static void declare(Attributes attributes) {
		for (List<String> one : List.of(List.of("tier", "Tier", "ONE_OF"), List.of("lastOrder", "Last order", "DATE"),
				List.of("orders", "Number of orders", "NUMBER"), List.of("member", "Loyalty member", "BOOLEAN"),
				List.of("vat", "VAT number", "TEXT"))) {
			attributes.save(new Attribute(Ids.next(), null, one.get(0), one.get(1), Attribute.Type.valueOf(one.get(2)),
					one.get(2).equals("ONE_OF") ? "gold\nsilver" : "", Instant.EPOCH));
		}
	}

	/**
	 * Values of each kind that such a comparison takes.
	 */
	static List<List<Object>> samples(Fact fact, Operator operator) {
		List<Object> some = switch (fact.type()) {
			case TEXT -> List.of("Lyon", "Gent", "Brugge");
			case CODE -> codes(fact);
			case NUMBER -> List.of(new BigDecimal("1250.5"), BigDecimal.TEN, BigDecimal.ONE);
			case BOOLEAN -> List.of(true, false);
			case DATE, INSTANT -> List.of("2026-03-01", "2026-12-24");
		};
		return switch (operator.shape()) {
			case NONE -> List.of(List.of());
			case ONE -> some.stream().limit(12).map((one) -> List.of(one)).toList();
			case SOME -> List.of(some.subList(0, 1), some.subList(0, 2), some.subList(0, 3));
			case TWO -> List.of(some.subList(0, 2));
			case PERIOD -> Arrays.stream(Unit.values())
				.flatMap((unit) -> List.of(0, 1, 12).stream().map((amount) -> new Period(amount, unit)))
				.map((one) -> List.<Object>of(one))
				.toList();
		};
	}

	private static List<Object> codes(Fact fact) {
		List<Object> codes = List
			.copyOf(fact.options().apply(Locale.ENGLISH).stream().map(Fact.Option::value).toList());
		return (codes.size() > 2) ? codes : List.of("gold", "silver", "bronze");
	}

}
