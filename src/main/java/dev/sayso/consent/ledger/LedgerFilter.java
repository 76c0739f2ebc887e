package dev.sayso.consent.ledger;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.person.ChangeFilter;

/**
 * Selects entries of one person's ledger.
 *
 * @param purpose the purpose's key, or what several begin with, up to a dot; null lets
 * all through
 */
public record LedgerFilter(@Nullable String purpose, ChangeFilter changes) {

	/** Lets everything through. */
	public static final LedgerFilter ALL = new LedgerFilter(null, ChangeFilter.ALL);

	/**
	 * What it asks of the columns {@code purpose}, {@code origin} and {@code at}, behind
	 * other conditions.
	 */
	public String conditions() {
		return ((this.purpose == null) ? "" : isPrefix() ? " and purpose like :purpose" : " and purpose = :purpose")
				+ this.changes.conditions();
	}

	public Map<String, @Nullable Object> values() {
		Map<String, @Nullable Object> values = new HashMap<>(this.changes.values());
		values.put("purpose", isPrefix() ? this.purpose + "%" : this.purpose);
		return values;
	}

	private boolean isPrefix() {
		return this.purpose != null && this.purpose.endsWith(".");
	}

}
