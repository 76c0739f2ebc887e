package dev.sayso.condition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The values a query names, so that no text of a user's ever stands in SQL.
 */
public final class SqlBindings {

	private final Map<String, Object> values = new LinkedHashMap<>();

	private @Nullable String now;

	private @Nullable Instant instant;

	/** Those of a query that is run at an instant. */
	public static SqlBindings of(Instant instant) {
		SqlBindings bindings = new SqlBindings();
		bindings.at(instant);
		return bindings;
	}

	/** Sets when the query is run, for what depends on that. */
	void at(Instant at) {
		if (!at.equals(this.instant)) {
			this.instant = at;
			this.now = bind(at.atOffset(ZoneOffset.UTC));
		}
	}

	/** When the query is run. */
	public Instant instant() {
		return Objects.requireNonNull(this.instant);
	}

	/** The parameter that holds when the query is run. */
	public String now() {
		return Objects.requireNonNull(this.now);
	}

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
