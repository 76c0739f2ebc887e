package dev.sayso.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
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

	private static final Set<String> MEMBERS = Set.of("fact", "operator", "value", "exactly");

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
		return new Reader().read(json);
	}

	public static String write(Condition condition) {
		return MAPPER.writeValueAsString(tree(condition));
	}

	public static ObjectNode tree(Condition condition) {
		return condition.match(ConditionJson::group, ConditionJson::comparison);
	}

	private static ObjectNode group(Condition.Group group) {
		ObjectNode node = NODES.objectNode();
		ArrayNode members = node.putArray(group.of().key());
		group.conditions().forEach((member) -> members.add(tree(member)));
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

	private static final class Reader {

		private final List<ConditionFault> faults = new ArrayList<>();

		Condition read(JsonNode json) {
			Condition condition = condition(json, "", 0);
			if (condition == null || !this.faults.isEmpty()) {
				throw new InvalidConditionException(this.faults);
			}
			return condition;
		}

		private @Nullable Condition condition(JsonNode json, String pointer, int depth) {
			if (depth > Condition.DEEPEST + 1) {
				return fault(new ConditionFault(pointer, "deep", Condition.DEEPEST));
			}
			if (!(json instanceof ObjectNode node)) {
				return fault(ConditionFault.at(pointer, "object"));
			}
			return node.has("fact") ? comparison(node, pointer) : group(node, pointer, depth);
		}

		private @Nullable Condition group(ObjectNode node, String pointer, int depth) {
			Map.Entry<String, JsonNode> only = only(node);
			Condition.Quantifier of = (only != null) ? Condition.Quantifier.of(only.getKey()).orElse(null) : null;
			if (only == null || of == null || !only.getValue().isArray()) {
				return fault(ConditionFault.at(pointer, "shape"));
			}
			List<Condition> members = new ArrayList<>();
			for (int at = 0; at < only.getValue().size(); at++) {
				Condition member = condition(only.getValue().get(at), pointer + "/" + of.key() + "/" + at, depth + 1);
				if (member != null) {
					members.add(member);
				}
			}
			return new Condition.Group(of, members);
		}

		private @Nullable Condition comparison(ObjectNode node, String pointer) {
			int before = this.faults.size();
			node.propertyNames().stream().filter((name) -> !MEMBERS.contains(name)).forEach((name) -> {
				fault(new ConditionFault(pointer + JsonPointer.empty().appendProperty(name), "member", name));
			});
			Operator operator = Operator.of(node.path("operator").asString("")).orElse(null);
			if (operator == null) {
				fault(new ConditionFault(pointer + "/operator", "operator", node.path("operator").asString("")));
			}
			if (!node.path("fact").isString()) {
				fault(ConditionFault.at(pointer + "/fact", "text"));
			}
			if (node.has("exactly") && !node.path("exactly").isBoolean()) {
				fault(ConditionFault.at(pointer + "/exactly", "boolean"));
			}
			List<Object> values = values(node.path("value"), operator, pointer + "/value");
			return (operator == null || this.faults.size() > before) ? null : new Condition.Comparison(
					node.path("fact").asString(), operator, values, node.path("exactly").asBoolean(false));
		}

		private List<Object> values(JsonNode json, @Nullable Operator operator, String pointer) {
			if (!json.isMissingNode() && operator != null && json.isArray() != operator.shape().isList()) {
				return unread(pointer);
			}
			if (!(json instanceof ArrayNode some)) {
				return json.isMissingNode() ? List.of() : value(json, pointer);
			}
			List<Object> values = new ArrayList<>();
			for (int at = 0; at < some.size(); at++) {
				values.addAll(value(some.get(at), pointer + "/" + at));
			}
			return values;
		}

		private List<Object> value(JsonNode json, String pointer) {
			if (json.isString() || json.isNumber()) {
				return List.of(json.isString() ? json.asString() : json.decimalValue());
			}
			if (json.isBoolean()) {
				return List.of(json.asBoolean());
			}
			Map.Entry<String, JsonNode> only = (json instanceof ObjectNode period) ? only(period) : null;
			Period.Unit unit = (only != null) ? Period.Unit.of(only.getKey()).orElse(null) : null;
			if (only == null || unit == null || !only.getValue().isInt()) {
				return unread(pointer);
			}
			return List.of(new Period(only.getValue().asInt(), unit));
		}

		private List<Object> unread(String pointer) {
			fault(ConditionFault.at(pointer, "value"));
			return List.of();
		}

		private static Map.@Nullable Entry<String, JsonNode> only(ObjectNode node) {
			return (node.size() == 1) ? node.properties().iterator().next() : null;
		}

		private @Nullable Condition fault(ConditionFault fault) {
			this.faults.add(fault);
			return null;
		}

	}

}
