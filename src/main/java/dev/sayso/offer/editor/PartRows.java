package dev.sayso.offer.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.sayso.offer.OfferAttribute;

/**
 * Caps and attributes as a form has them: rows {@code caps.0.limit},
 * {@code attributes.0.name}, numbered without a gap.
 */
final class PartRows {

	private static final Pattern ROW = Pattern.compile("(caps|attributes)\\.(\\d{1,3})\\.([a-z]+)");

	private PartRows() {
	}

	/**
	 * Parts by name, with caps and attributes as rows, those of their own parts behind
	 * those that are rows already.
	 */
	static Map<String, String> parts(Map<String, String> values) {
		Map<String, String> parts = new LinkedHashMap<>();
		Map<String, Map<String, String>> rows = new TreeMap<>();
		values.forEach((name, value) -> {
			Matcher row = ROW.matcher(name);
			if (row.matches()) {
				rows.computeIfAbsent(row.group(1) + String.format(".%04d", Integer.valueOf(row.group(2))),
						(key) -> new LinkedHashMap<>())
					.put(row.group(3), value);
			}
			else if (name.startsWith("cap.") || name.startsWith("attribute.")) {
				if (!value.isEmpty()) {
					rows.put((name.startsWith("cap.") ? "caps.~" : "attributes.~") + name, row(name, value));
				}
			}
			else {
				parts.put(name, value);
			}
		});
		for (String list : List.of("caps", "attributes")) {
			int place = 0;
			for (Map.Entry<String, Map<String, String>> row : rows.entrySet()) {
				if (row.getKey().startsWith(list + ".")) {
					put(parts, list + "." + place++, row.getValue());
				}
			}
		}
		return parts;
	}

	/**
	 * The beginnings of the names of rows, in their order.
	 */
	static List<String> of(String list, Map<String, String> parts) {
		return parts.keySet()
			.stream()
			.map(ROW::matcher)
			.filter((row) -> row.matches() && row.group(1).equals(list))
			.map((row) -> row.group(1) + "." + row.group(2))
			.distinct()
			.toList();
	}

	private static void put(Map<String, String> parts, String row, Map<String, String> fields) {
		fields.forEach((field, value) -> parts.put(row + "." + field, value));
	}

	private static Map<String, String> row(String name, String value) {
		if (name.startsWith("cap.")) {
			String[] key = (name + "...").split("\\.", -1);
			return Map.of("event", key[1], "each", key[2], "period", key[3], "limit", value);
		}
		OfferAttribute attribute = OfferAttribute.read(name.substring("attribute.".length()), value);
		return Map.of("name", attribute.name(), "kind", attribute.kind(), "value", attribute.text());
	}

}
