package dev.sayso.condition;

import java.util.Locale;

/**
 * The kind of a fact's values, by which its operators are offered.
 */
public enum FactType {

	TEXT,

	/** One of a set of codes that have names. */
	CODE,

	/** A {@link java.math.BigDecimal}. */
	NUMBER,

	BOOLEAN,

	/** A {@link java.time.LocalDate}. */
	DATE,

	/** An {@link java.time.Instant}, compared by the day it was for the person. */
	INSTANT;

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean isDay() {
		return this == DATE || this == INSTANT;
	}

}
