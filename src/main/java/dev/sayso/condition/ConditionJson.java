package dev.sayso.condition;

import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Conditions as JSON, in the shape that {@code condition.schema.json} tells: groups are
 * {@code {"all": [...]}}, {@code any} or {@code none}; comparisons {@code {"fact":
 * "country", "operator": "isOneOf", "value": ["FR", "BE"]}}.
 */
public final class ConditionJson {

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(
					StreamReadConstraints.builder().maxNestingDepth(200).maxDocumentLength(2_000_000).build())
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private ConditionJson() {
	}

	/**
	 * Reads a text.
	 * @throws InvalidConditionException when it is no JSON, or none that has the shape of
	 * a condition
	 */
	public static Condition parse(String json) {
		try {
			return read(MAPPER.readTree(json));
		}
		catch (JacksonException ex) {
			throw new InvalidConditionException(List.of(ConditionFault.at("", "json")));
		}
	}

	/**
	 * Reads a tree.
	 * @throws InvalidConditionException when it has not the shape of a condition
	 */
	public static Condition read(JsonNode json) {
		return new ReadJson().read(json);
	}

	public static String write(Condition condition) {
		return MAPPER.writeValueAsString(tree(condition));
	}

	/**
	 * A condition as a tree.
	 */
	public static ObjectNode tree(Condition condition) {
		return condition.match(ConditionJson::group, ConditionJson::comparison);
	}

	private static ObjectNode group(Condition.Group group) {
		ObjectNode node = NODES.objectNode();
		ArrayNode members = node.putArray(group.of().key());
		group.conditions().forEach((one) -> members.add(tree(one)));
		return node;
	}

	private static ObjectNode comparison(Condition.Comparison comparison) {
		ObjectNode node = NODES.objectNode()
			.put("fact", comparison.fact())
			.put("operator", comparison.operator().key());
		if (comparison.operator().shape().isList()) {
			ArrayNode values = node.putArray("value");
			comparison.values().forEach((value) -> values.add(scalar(value)));
		}
		else if (!comparison.values().isEmpty()) {
			node.set("value", scalar(comparison.values().get(0)));
		}
		if (comparison.exactly()) {
			node.put("exactly", true);
		}
		return node;
	}

	private static JsonNode scalar(Object value) {
		return (value instanceof Period period) ? NODES.objectNode().put(period.unit().key(), period.amount())
				: MAPPER.valueToTree(value);
	}

}
