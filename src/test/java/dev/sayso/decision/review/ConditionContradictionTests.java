package dev.sayso.decision.review;

import java.math.BigDecimal;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Operator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds which conditions are known to be for nobody, and that none is that may be for
 * somebody.
 */
class ConditionContradictionTests {

	private static final Comparison PARIS = is("city", "Paris");

	@ParameterizedTest
	@MethodSource
	void isFound(Condition condition) {
		assertThat(ConditionContradiction.in(condition)).isTrue();
	}

	static Stream<Condition> isFound() {
		return Stream.of(Condition.all(PARIS, is("city", "Lyon")),
				Condition.all(is("attributes.tier", "gold"), is("attributes.tier", "silver")),
				Condition.all(one("attributes.visits", Operator.LESS_THAN, 5),
						one("attributes.visits", Operator.AT_LEAST, new BigDecimal("5.0"))),
				Condition.all(one("birthDate", Operator.BEFORE, "1980-01-01"),
						one("birthDate", Operator.AFTER, "1990-12-31")),
				Condition.all(new Comparison("age", Operator.BETWEEN, 18, 30),
						new Comparison("age", Operator.IS_ONE_OF, 17, 31)),
				Condition.all(is("consents.collect", true), is("consents.collect", false)),
				Condition.all(PARIS, Condition.all(is("city", "Lyon"))),
				Condition.all(PARIS, Condition.none(is("city", "paris"))),
				Condition.all(PARIS, new Comparison("city", Operator.IS_NOT, "Paris")),
				Condition.all(PARIS, new Comparison("city", Operator.IS_NOT_SET)),
				Condition.all(is("attributes.tier", "gold"),
						new Comparison("attributes.tier", Operator.IS_NONE_OF, "gold", "silver")),
				Condition.all(new Comparison("city", Operator.CONTAINS, "a"),
						new Comparison("city", Operator.DOES_NOT_CONTAIN, "a")));
	}

	@ParameterizedTest
	@MethodSource
	void isNotInvented(Condition condition) {
		assertThat(ConditionContradiction.in(condition)).isFalse();
	}

	static Stream<Condition> isNotInvented() {
		return Stream.of(Condition.EVERYBODY, Condition.any(PARIS, is("city", "Lyon")),
				Condition.all(is("optOutOrigin", "subject"), is("optOutOrigin", "operator")),
				Condition.all(is("attributes.visits", 5), is("attributes.visits", new BigDecimal("5.0"))),
				Condition.all(one("attributes.visits", Operator.AT_MOST, 5),
						one("attributes.visits", Operator.AT_LEAST, 5)),
				Condition.all(new Comparison("age", Operator.BETWEEN, 18, 30),
						new Comparison("age", Operator.IS_ONE_OF, 17, 30)),
				Condition.all(one("birthDate", Operator.AFTER, "1980-01-01"), PARIS),
				Condition.all(PARIS, is("country", "FR")), Condition.all(PARIS, is("city", "PARIS")),
				Condition.all(PARIS, Condition.none(is("city", "Lyon"))),
				Condition.all(PARIS, Condition.any(is("city", "Lyon"), is("country", "FR"))),
				Condition.all(PARIS, new Comparison("city", Operator.IS_ONE_OF, "Lyon", "Paris")),
				Condition.none(PARIS, is("city", "Lyon")));
	}

	private static Comparison one(String fact, Operator operator, Object value) {
		return new Comparison(fact, operator, value);
	}

	private static Comparison is(String fact, Object value) {
		return new Comparison(fact, Operator.IS, value);
	}

}
