package dev.sayso.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions of a query and the values they name.
 */
final class Conditions {

	private final List<String> all = new ArrayList<>();

	private final Map<String, Object> values = new LinkedHashMap<>();

	/**
	 * Requires one more thing.
	 */
	void add(String condition) {
		this.all.add(condition);
	}

	/**
	 * Requires one of several things.
	 */
	void addAny(List<String> conditions) {
		this.all.add(conditions.isEmpty() ? "1 = 0" : "(" + String.join(" or ", conditions) + ")");
	}

	/**
	 * Hands a value to the query.
	 * @return the name it has there
	 */
	String bind(Object value) {
		String name = "v" + this.values.size();
		this.values.put(name, value);
		return ":" + name;
	}

	/**
	 * The where clause; empty where nothing is required.
	 */
	String where() {
		return this.all.isEmpty() ? "" : "where " + String.join("\n\tand ", this.all) + "\n";
	}

	Map<String, Object> values() {
		return this.values;
	}

}
