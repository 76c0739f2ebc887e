package dev.sayso.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
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
			.build())
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private ConditionJson() {
	}

	/**
	 * Reads a text.
	 * @throws BadCondition when it is no JSON, or none that has the shape of a condition
	 */
	public static Condition parse(String json) {
		try {
			return read(MAPPER.readTree(json));
		}
		catch (JacksonException ex) {
			throw new BadCondition(List.of(Fault.at("", "json")));
		}
	}

	/**
	 * Reads a tree.
	 * @throws BadCondition when it has not the shape of a condition
	 */
	public static Condition read(JsonNode json) {
		List<Fault> faults = new ArrayList<>();
		Condition condition = condition(json, "", 0, faults);
		if (condition == null || !faults.isEmpty()) {
			throw new BadCondition(faults);
		}
		return condition;
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

	private static @Nullable Condition condition(JsonNode json, String pointer, int depth, List<Fault> faults) {
		if (depth > Condition.DEEPEST + 1) {
			return fault(faults, new Fault(pointer, "deep", Condition.DEEPEST));
		}
		if (!(json instanceof ObjectNode node)) {
			return fault(faults, Fault.at(pointer, "object"));
		}
		if (node.has("fact")) {
			return comparison(node, pointer, faults);
		}
		if (node.size() != 1) {
			return fault(faults, Fault.at(pointer, "shape"));
		}
		Map.Entry<String, JsonNode> only = node.properties().iterator().next();
		Condition.Quantifier of = Condition.Quantifier.of(only.getKey()).orElse(null);
		if (of == null || !only.getValue().isArray()) {
			return fault(faults, Fault.at(pointer, "shape"));
		}
		List<Condition> members = new ArrayList<>();
		for (int at = 0; at < only.getValue().size(); at++) {
			Condition member = condition(only.getValue().get(at), pointer + "/" + of.key() + "/" + at, depth + 1,
					faults);
			if (member != null) {
				members.add(member);
			}
		}
		return new Condition.Group(of, members);
	}

	private static @Nullable Condition comparison(ObjectNode node, String pointer, List<Fault> faults) {
		int before = faults.size();
		node.propertyNames()
			.stream()
			.filter((name) -> !List.of("fact", "operator", "value", "exactly").contains(name))
			.forEach((name) -> faults
				.add(new Fault(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), "member", name)));
		Operator operator = Operator.of(node.path("operator").asString("")).orElse(null);
		if (operator == null) {
			faults.add(new Fault(pointer + "/operator", "operator", node.path("operator").asString("")));
		}
		if (!node.path("fact").isString()) {
			faults.add(Fault.at(pointer + "/fact", "text"));
		}
		if (node.has("exactly") && !node.path("exactly").isBoolean()) {
			faults.add(Fault.at(pointer + "/exactly", "boolean"));
		}
		List<Object> values = values(node.path("value"), pointer + "/value", faults);
		return (operator == null || faults.size() > before) ? null : new Condition.Comparison(
				node.path("fact").asString(), operator, values, node.path("exactly").asBoolean(false));
	}

	private static List<Object> values(JsonNode json, String pointer, List<Fault> faults) {
		if (json.isMissingNode()) {
			return List.of();
		}
		if (!(json instanceof ArrayNode some)) {
			return value(json, pointer, faults);
		}
		List<Object> values = new ArrayList<>();
		for (int at = 0; at < some.size(); at++) {
			values.addAll(value(some.get(at), pointer + "/" + at, faults));
		}
		return values;
	}

	private static List<Object> value(JsonNode json, String pointer, List<Fault> faults) {
		if (json.isString()) {
			return List.of(json.asString());
		}
		if (json.isNumber()) {
			return List.of(json.decimalValue());
		}
		if (json.isBoolean()) {
			return List.of(json.asBoolean());
		}
		if (json instanceof ObjectNode period && period.size() == 1) {
			Map.Entry<String, JsonNode> only = period.properties().iterator().next();
			var unit = Period.Unit.of(only.getKey());
			if (unit.isPresent() && only.getValue().isInt()) {
				return List.of(new Period(only.getValue().asInt(), unit.get()));
			}
		}
		faults.add(Fault.at(pointer, "value"));
		return List.of();
	}

	private static @Nullable Condition fault(List<Fault> faults, Fault fault) {
		faults.add(fault);
		return null;
	}

}
