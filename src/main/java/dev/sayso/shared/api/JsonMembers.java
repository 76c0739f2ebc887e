package dev.sayso.shared.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the members of a body one by one and gathers what is wrong with them; null is as
 * good as absent.
 */
public final class JsonMembers {

	private final ObjectNode body;

	private final String at;

	private final List<ProblemException.Fault> faults;

	/**
	 * Reads an object of which these members are known.
	 * @param at where it stands, as a JSON pointer
	 * @param faults where to say what is wrong
	 */
	public JsonMembers(ObjectNode body, String at, Set<String> known, List<ProblemException.Fault> faults) {
		this.body = body;
		this.at = at;
		this.faults = faults;
		body.propertyNames()
			.stream()
			.filter((name) -> !known.contains(name))
			.forEach((name) -> fault(name.replace("~", "~0").replace("/", "~1"), "is not known"));
	}

	@Nullable public String text(String name) {
		JsonNode node = this.body.path(name);
		if (!node.isString() && !nothing(node)) {
			fault(name, "is not a text");
		}
		return node.isString() ? node.asString() : null;
	}

	/**
	 * A text that has to be there; empty where it is not.
	 */
	public String needed(String name) {
		String text = text(name);
		if (nothing(this.body.path(name))) {
			fault(name, "is missing");
		}
		return (text != null) ? text : "";
	}

	public boolean flag(String name) {
		JsonNode node = this.body.path(name);
		if (!node.isBoolean() && !nothing(node)) {
			fault(name, "is neither true nor false");
		}
		return node.isBoolean() && node.booleanValue();
	}

	/**
	 * A whole number from 1 on; 0 where there is none.
	 */
	public int count(String name, int most) {
		JsonNode node = this.body.path(name);
		if (nothing(node)) {
			return 0;
		}
		double number = node.isNumber() ? node.doubleValue() : 0;
		if (number < 1 || number > most || number != Math.rint(number)) {
			fault(name, "is not a whole number from 1 to " + most);
			return 0;
		}
		return (int) number;
	}

	/**
	 * What is in an object, as texts, numbers, booleans, lists and maps; null in it is
	 * left out.
	 */
	public Map<String, Object> object(String name) {
		JsonNode node = this.body.path(name);
		if (!(node instanceof ObjectNode) && !nothing(node)) {
			fault(name, "is not an object");
		}
		return (node instanceof ObjectNode object) ? values(object) : Map.of();
	}

	public JsonNode node(String name) {
		return this.body.path(name);
	}

	public void fault(String name, String detail) {
		this.faults.add(new ProblemException.Fault(this.at + "/" + name, detail));
	}

	public static boolean nothing(JsonNode node) {
		return node.isMissingNode() || node.isNull();
	}

	public static Map<String, Object> values(ObjectNode object) {
		Map<String, Object> values = new LinkedHashMap<>();
		object.properties().forEach((member) -> {
			Object value = value(member.getValue());
			if (value != null) {
				values.put(member.getKey(), value);
			}
		});
		return values;
	}

	private static @Nullable Object value(JsonNode node) {
		if (node instanceof ObjectNode object) {
			return values(object);
		}
		if (node instanceof ArrayNode array) {
			List<Object> values = new ArrayList<>(array.size());
			array.forEach((item) -> values.add(value(item)));
			values.removeIf(Objects::isNull);
			return values;
		}
		if (node.isBoolean()) {
			return node.booleanValue();
		}
		return node.isNumber() ? node.numberValue() : (node.isString() ? node.asString() : null);
	}

}
