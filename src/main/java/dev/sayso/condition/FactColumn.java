package dev.sayso.condition;

/**
 * Where a query finds a fact's value.
 *
 * @param key the value in the form in which it is compared
 * @param exact the value as it was given
 */
public record FactColumn(String key, String exact) {

	public static FactColumn of(String column) {
		return new FactColumn(column, column);
	}

}
