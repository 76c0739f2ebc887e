package dev.sayso.condition;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that the published schema names what there is, no more and no less.
 */
class ConditionSchemaApiTests {

	private static final Map<Operator.Shape, String> FORMS = Map.of(Operator.Shape.NONE, "none-given",
			Operator.Shape.ONE, "one", Operator.Shape.SOME, "some", Operator.Shape.TWO, "two", Operator.Shape.PERIOD,
			"period");

	private final JsonNode schema = read();

	@Test
	void namesEveryOperatorUnderItsForm() {
		assertThat(texts(this.schema.at("/$defs/comparison/properties/operator/enum")))
			.containsExactlyElementsOf(Arrays.stream(Operator.values()).map(Operator::key).toList());
		FORMS.forEach((shape, form) -> assertThat(texts(this.schema.at("/$defs/" + form + "/properties/operator/enum")))
			.containsExactlyElementsOf(Arrays.stream(Operator.values())
				.filter((operator) -> operator.shape() == shape)
				.map(Operator::key)
				.toList()));
	}

	@Test
	void namesQuantifiersAndUnits() {
		assertThat(this.schema.get("oneOf").values().stream().map((one) -> one.get("$ref").asString().substring(8)))
			.containsExactly("all", "any", "none", "comparison");
		for (Condition.Quantifier quantifier : Condition.Quantifier.values()) {
			assertThat(this.schema.at("/$defs/" + quantifier.key() + "/properties").propertyNames())
				.containsExactly(quantifier.key());
		}
		assertThat(this.schema.at("/$defs/length/properties").propertyNames())
			.containsExactlyElementsOf(Arrays.stream(Period.Unit.values()).map(Period.Unit::key).toList());
		assertThat(this.schema.at("/$defs/length/properties/days/maximum").asInt()).isEqualTo(Period.LONGEST);
		assertThat(this.schema.at("/$defs/some/properties/value/maxItems").asInt()).isEqualTo(PredicateFactory.MOST);
	}

	private static List<String> texts(JsonNode array) {
		return array.values().stream().map(JsonNode::asString).toList();
	}

	private static JsonNode read() {
		try (InputStream schema = ConditionJson.class.getResourceAsStream("/condition.schema.json")) {
			return JsonMapper.shared().readTree(schema);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
