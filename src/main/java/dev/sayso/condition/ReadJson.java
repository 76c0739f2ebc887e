package dev.sayso.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a condition out of JSON, and names each place that has not the shape of one.
 */
final class ReadJson {

	private static final Set<String> MEMBERS = Set.of("fact", "operator", "value", "exactly");

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
			fault(new ConditionFault(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), "member", name));
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
