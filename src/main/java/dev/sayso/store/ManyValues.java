package dev.sayso.store;

import org.springframework.stereotype.Component;

import dev.sayso.shared.SaysoProperties;

/**
 * Says that a column is one of many values, in the way in which the store finds the rows
 * by an index, or looks at each of them once. PostgreSQL may hold each value of an array
 * against each row as long as it knows nothing of a table that just grew; the embedded
 * store does so with a query.
 */
@Component
public class ManyValues {

	private final boolean embedded;

	ManyValues(SaysoProperties properties) {
		this.embedded = properties.embedded();
	}

	/**
	 * @param parameter the name of the parameter that takes the array
	 */
	public String among(String column, String parameter) {
		return column + (this.embedded ? " = any(:" + parameter + ")" : " in (select unnest(:" + parameter + "))");
	}

}
