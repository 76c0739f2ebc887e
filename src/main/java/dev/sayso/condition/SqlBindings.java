package dev.sayso.condition;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values a query names, so that no text of a user's ever stands in SQL.
 */
public final class SqlBindings {

	private final Map<String, Object> values = new LinkedHashMap<>();

	/**
	 * Hands a value to the query.
	 * @return the parameter that stands for it
	 */
	public String bind(Object value) {
		String name = "v" + this.values.size();
		this.values.put(name, value);
		return ":" + name;
	}

	public Map<String, Object> values() {
		return this.values;
	}

}
