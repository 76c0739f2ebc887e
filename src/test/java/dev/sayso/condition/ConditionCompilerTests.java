package dev.sayso.condition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.sayso.condition.Condition.Comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Holds that what is not valid is named with its place, and that what is valid keeps its
 * values out of SQL.
 */
class ConditionCompilerTests {

	private final ConditionCompiler compiler = SampleFacts.compiler();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"{\"fact\":\"other\",\"operator\":\"isSet\"}|/fact|unknown",
			"{\"fact\":\"number\",\"operator\":\"contains\",\"value\":\"1\"}|/operator|operator",
			"{\"fact\":\"text\",\"operator\":\"like\",\"value\":\"1\"}|/operator|operator",
			"{\"fact\":\"text\",\"operator\":\"is\",\"value\":1}|/value|text",
			"{\"fact\":\"text\",\"operator\":\"is\",\"value\":[\"a\"]}|/value|value",
			"{\"fact\":\"text\",\"operator\":\"isOneOf\",\"value\":\"a\"}|/value|value",
			"{\"fact\":\"text\",\"operator\":\"isOneOf\",\"value\":[\"a\",1]}|/value/1|text",
			"{\"fact\":\"text\",\"operator\":\"is\"}|/value|missing",
			"{\"fact\":\"text\",\"operator\":\"is\",\"value\":\" \"}|/value|missing",
			"{\"fact\":\"text\",\"operator\":\"isOneOf\",\"value\":[]}|/value|missing",
			"{\"fact\":\"text\",\"operator\":\"isSet\",\"value\":\"a\"}|/value|count",
			"{\"fact\":\"text\",\"operator\":\"is\",\"value\":\"a\\u0000\"}|/value|control",
			"{\"fact\":\"text\",\"operator\":\"is\",\"value\":\"\\ud800\"}|/value|control",
			"{\"fact\":\"date\",\"operator\":\"is\",\"value\":\"2026-02-30\"}|/value|date",
			"{\"fact\":\"date\",\"operator\":\"between\",\"value\":[\"2026-02-02\",\"2026-02-01\"]}|/value|order",
			"{\"fact\":\"instant\",\"operator\":\"between\",\"value\":[\"2026-02-02\",\"2026-02-01\"]}|/value|order",
			"{\"fact\":\"number\",\"operator\":\"between\",\"value\":[2,1]}|/value|order",
			"{\"fact\":\"number\",\"operator\":\"between\",\"value\":[2]}|/value|count",
			"{\"fact\":\"number\",\"operator\":\"is\",\"value\":1e27}|/value|number",
			"{\"fact\":\"number\",\"operator\":\"is\",\"value\":\"1\"}|/value|number",
			"{\"fact\":\"boolean\",\"operator\":\"is\",\"value\":\"true\"}|/value|boolean",
			"{\"fact\":\"date\",\"operator\":\"inLast\",\"value\":{\"days\":3651}}|/value|period",
			"{\"fact\":\"date\",\"operator\":\"inLast\",\"value\":{\"days\":-1}}|/value|period",
			"{\"fact\":\"date\",\"operator\":\"inLast\",\"value\":{\"hours\":1}}|/value|value",
			"{\"fact\":\"date\",\"operator\":\"anniversaryInNext\",\"value\":{\"months\":12}}|/value|period.year",
			"{\"fact\":\"text\",\"operator\":\"isSet\",\"a/b~c\":1}|/a~1b~0c|member",
			"{\"fact\":1,\"operator\":\"isSet\"}|/fact|text",
			"{\"fact\":\"text\",\"operator\":\"isSet\",\"exactly\":1}|/exactly|boolean",
			"{\"all\":[{\"any\":[]}]}|/all/0|empty", "{\"none\":[{\"all\":1}]}|/none/0|shape", "[]|``|object",
			"{}|``|shape", "{\"all\":[],\"any\":[]}|``|shape", "{\"all\":[],\"all\":[]}|``|json",
			"{\"all\":[]} 1|``|json", "{|``|json" })
	void whatIsNotValidIsNamedWithItsPlace(String json, String pointer, String code) {
		assertThat(faults(json)).singleElement().satisfies((fault) -> {
			assertThat(fault.pointer()).isEqualTo(pointer);
			assertThat(fault.code()).isEqualTo(code);
		});
	}

	@Test
	void tooMuchIsAFaultNotAnError() {
		assertThat(faults(nested(Condition.DEEPEST))).isEmpty();
		assertThat(faults(nested(Condition.DEEPEST + 1))).extracting(ConditionFault::code).containsExactly("deep");
		assertThat(faults(nested(90))).extracting(ConditionFault::code).containsExactly("deep");
		assertThat(faults(nested(5000))).extracting(ConditionFault::code).containsExactly("json");
		Comparison set = new Comparison("text", Operator.IS_SET);
		assertThat(this.compiler.faults(new Condition.Group(Condition.Quantifier.ALL, Collections.nCopies(600, set))))
			.extracting(ConditionFault::code)
			.containsExactly("large");
		assertThat(this.compiler.faults(new Comparison("text", Operator.IS, "a".repeat(201))))
			.extracting(ConditionFault::code)
			.containsExactly("long");
		assertThat(this.compiler
			.faults(new Comparison("text", Operator.IS_ONE_OF, Collections.nCopies(1001, (Object) "a"), false)))
			.extracting(ConditionFault::code)
			.containsExactly("many");
	}

	@Test
	void aNumberIsBoundNoLongerThanItIs() {
		String json = "{\"fact\":\"number\",\"operator\":\"atLeast\",\"value\":%s}";
		assertThat(where(ConditionJson.parse(json.formatted("0E-999999"))).values()).containsValue(BigDecimal.ZERO);
		assertThat(where(ConditionJson.parse(json.formatted("1.50"))).values()).containsValue(new BigDecimal("1.5"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x') or 1=1 --", "'; drop table profile; --", "%", ":v0", "?", "${x}", "\\", "é\"" })
	void noTextOfAUsersStandsInSql(String hostile) {
		for (Operator operator : Operator.values()) {
			if (operator.takes(FactType.TEXT) && operator.affirmed() != Operator.IS_SET) {
				String sql = where(new Comparison("text", operator, List.of("qzqz" + hostile), true)).sql();
				assertThat(sql).doesNotContain("qzqz")
					.isEqualTo(where(new Comparison("text", operator, List.of("a"), true)).sql());
			}
		}
		assertThat(this.compiler.faults(new Comparison("text" + hostile, Operator.IS_SET))).hasSize(1);
	}

	@Test
	void whatIsWrittenReadsBackTheSame() {
		long seed = System.nanoTime();
		RandomConditions some = new RandomConditions(new Random(seed), SampleFacts.all(), List.of());
		for (int number = 0; number < 2000; number++) {
			Condition condition = (number % 100 == 0) ? some.deepest() : some.condition(number % 6);
			String json = ConditionJson.write(condition);
			assertThat(ConditionJson.write(ConditionJson.parse(json))).as("seed " + seed).isEqualTo(json);
			assertThat(where(ConditionJson.parse(json)).sql()).as(json).isEqualTo(where(condition).sql());
		}
	}

	private List<ConditionFault> faults(String json) {
		Condition[] read = new Condition[1];
		InvalidConditionException bad = catchThrowableOfType(InvalidConditionException.class,
				() -> read[0] = ConditionJson.parse(json));
		return (bad != null) ? bad.faults() : this.compiler.faults(read[0]);
	}

	private CompiledCondition.Where where(Condition condition) {
		return this.compiler.compile(condition).where(Instant.EPOCH, ZoneOffset.UTC);
	}

	private static String nested(int depth) {
		return "{\"all\":[".repeat(depth) + "{\"fact\":\"text\",\"operator\":\"isSet\"}" + "]}".repeat(depth);
	}

}
