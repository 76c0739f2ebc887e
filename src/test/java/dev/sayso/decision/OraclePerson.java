package dev.sayso.decision;

import org.jspecify.annotations.Nullable;

/**
 * What the oracle knows of a person.
 */
record OraclePerson(@Nullable String country, String language, boolean personalizes, boolean models) {

	boolean isFrench() {
		return "FR".equals(this.country);
	}

}
