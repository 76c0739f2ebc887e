package dev.sayso.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody might send who has lost their way, or wants to do harm.
 */
public final class HostileInput {

	/** Stands in what is typed, and must never be read in a log. */
	public static final String MARK = "zq7x9personal";

	/** Texts for fields, parameters and paths. */
	public static final List<String> TEXTS = List.of("", " ", MARK, MARK + "@post.example", "\u0000", "a\u0000" + MARK,
			"\u0001\u001b[31m" + MARK, "\ud800", MARK + "\udfff", "\u202e" + MARK, "null", "NaN", "-1", "0", "1.5",
			"1e400", "99999999999999999999", "9".repeat(5000), "[]", "{}", "{\"a\":1}", "' or 1=1 --",
			"<script>" + MARK + "</script>", "${7*7}", "*{7*7}", "{{profile.firstName}}", "%00", "%s%n",
			"../../etc/passwd", "x".repeat(10000), "00000000-0000-0000-0000-000000000000", "2026-13-45",
			"2026-02-30T25:61", "9999-12-31", "-999999999-01-01", "true", "on", "a,b", "a\r\nX-Header: " + MARK,
			"é̂𝔘ß", "0.0.0.0.0.0.0.0.0.0", "update", "drop:0", "add:", "value:9.9.9", "up:" + MARK);

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private HostileInput() {
	}

	public static String text(RandomGenerator random) {
		return TEXTS.get(random.nextInt(TEXTS.size()));
	}

	/**
	 * A value of any kind that JSON has.
	 */
	private static JsonNode json(RandomGenerator random) {
		return switch (random.nextInt(12)) {
			case 0 -> JSON.nullNode();
			case 1 -> JSON.booleanNode(random.nextBoolean());
			case 2 -> JSON.arrayNode();
			case 3 -> JSON.objectNode();
			case 4 -> JSON.arrayNode().add(JSON.objectNode()).add(JSON.nullNode()).add(MARK);
			case 5 -> JSON.objectNode().put(MARK, 1).put("val", "n");
			case 6 -> JSON.numberNode(-1);
			case 7 -> JSON.numberNode(1.5);
			case 8 -> JSON.numberNode(new java.math.BigDecimal("1e400"));
			case 9 -> JSON.numberNode(new java.math.BigInteger("9".repeat(400)));
			default -> JSON.stringNode(text(random));
		};
	}

	/**
	 * The same body with one thing wrong somewhere in it.
	 */
	public static JsonNode mutate(JsonNode body, RandomGenerator random) {
		JsonNode mutated = body.deepCopy();
		List<JsonNode> containers = new ArrayList<>();
		collect(mutated, containers);
		if (containers.isEmpty() || random.nextInt(20) == 0) {
			return json(random);
		}
		JsonNode place = containers.get(random.nextInt(containers.size()));
		if (place instanceof ArrayNode array) {
			mutate(array, random);
		}
		else if (place instanceof ObjectNode object) {
			mutate(object, random);
		}
		return mutated;
	}

	private static void mutate(ArrayNode array, RandomGenerator random) {
		if (array.isEmpty() || random.nextInt(4) == 0) {
			array.add(json(random));
		}
		else {
			array.set(random.nextInt(array.size()), json(random));
		}
	}

	private static void mutate(ObjectNode object, RandomGenerator random) {
		List<Map.Entry<String, JsonNode>> members = List.copyOf(object.properties());
		if (members.isEmpty() || random.nextInt(8) == 0) {
			object.set(text(random), json(random));
			return;
		}
		String name = members.get(random.nextInt(members.size())).getKey();
		if (random.nextInt(8) == 0) {
			object.remove(name);
		}
		else {
			object.set(name, json(random));
		}
	}

	private static void collect(JsonNode node, List<JsonNode> containers) {
		if (node.isContainer()) {
			containers.add(node);
			node.forEach((child) -> collect(child, containers));
		}
	}

	/**
	 * The same form with one thing wrong: another value, a field more or less, one twice.
	 */
	public static DrawnForm mutate(DrawnForm form, RandomGenerator random) {
		List<DrawnForm.Field> fields = new ArrayList<>(form.fields());
		List<Integer> open = new ArrayList<>();
		for (int at = 0; at < fields.size(); at++) {
			if (!fields.get(at).name().startsWith("_")) {
				open.add(at);
			}
		}
		if (open.isEmpty() || random.nextInt(10) == 0) {
			fields.add(new DrawnForm.Field(text(random), text(random), false));
			return form.with(fields);
		}
		int at = open.get(random.nextInt(open.size()));
		DrawnForm.Field field = fields.get(at);
		switch (random.nextInt(8)) {
			case 0 -> fields.remove(at);
			case 1 -> fields.add(field);
			case 2 -> fields.add(new DrawnForm.Field(field.name(), text(random), false));
			case 3 -> fields.add(new DrawnForm.Field(field.name() + "[0].x", text(random), false));
			default -> fields.set(at, new DrawnForm.Field(field.name(), text(random), field.file()));
		}
		return form.with(fields);
	}

}
