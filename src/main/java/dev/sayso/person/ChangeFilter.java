package dev.sayso.person;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Selects changes of a history; a null lets all through.
 *
 * @param from not before this instant
 * @param until before this instant
 */
public record ChangeFilter(@Nullable Origin origin, @Nullable Instant from, @Nullable Instant until) {

	/** Lets everything through. */
	public static final ChangeFilter ALL = new ChangeFilter(null, null, null);

	/**
	 * What it asks of the columns {@code origin} and {@code at}, behind other conditions;
	 * what it lets through is not in it, so that it misleads no planner.
	 */
	public String conditions() {
		return ((this.origin != null) ? " and origin = :origin" : "") + ((this.from != null) ? " and at >= :from" : "")
				+ ((this.until != null) ? " and at < :until" : "");
	}

	public Map<String, @Nullable Object> values() {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("origin", (this.origin != null) ? this.origin.key() : null);
		values.put("from", (this.from != null) ? this.from.atOffset(ZoneOffset.UTC) : null);
		values.put("until", (this.until != null) ? this.until.atOffset(ZoneOffset.UTC) : null);
		return values;
	}

}
