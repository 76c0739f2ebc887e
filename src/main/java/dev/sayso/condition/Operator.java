package dev.sayso.condition;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How a condition compares a fact: with how many values, and which types of facts it
 * fits.
 */
public enum Operator {

	IS("is", Shape.ONE, FactType.values()), IS_NOT("isNot", IS),
	IS_ONE_OF("isOneOf", Shape.SOME, FactType.TEXT, FactType.CODE, FactType.NUMBER), IS_NONE_OF("isNoneOf", IS_ONE_OF),
	CONTAINS("contains", Shape.ONE, FactType.TEXT), DOES_NOT_CONTAIN("doesNotContain", CONTAINS),
	STARTS_WITH("startsWith", Shape.ONE, FactType.TEXT), ENDS_WITH("endsWith", Shape.ONE, FactType.TEXT),
	LESS_THAN("lessThan", Shape.ONE, FactType.NUMBER), AT_MOST("atMost", Shape.ONE, FactType.NUMBER),
	MORE_THAN("moreThan", Shape.ONE, FactType.NUMBER), AT_LEAST("atLeast", Shape.ONE, FactType.NUMBER),
	BEFORE("before", Shape.ONE, FactType.DATE, FactType.INSTANT),
	AFTER("after", Shape.ONE, FactType.DATE, FactType.INSTANT),
	/** Both bounds included. */
	BETWEEN("between", Shape.TWO, FactType.NUMBER, FactType.DATE, FactType.INSTANT),
	/** From that long ago to today, both days included. */
	IN_LAST("inLast", Shape.PERIOD, FactType.DATE, FactType.INSTANT),
	/** From today to that far ahead, both days included. */
	IN_NEXT("inNext", Shape.PERIOD, FactType.DATE),
	/** Before the day that long ago. */
	MORE_THAN_AGO("moreThanAgo", Shape.PERIOD, FactType.DATE, FactType.INSTANT),
	/** Same month and day, whatever the year; the 29th of February is had on the 28th. */
	ANNIVERSARY_TODAY("anniversaryToday", Shape.NONE, FactType.DATE),
	ANNIVERSARY_THIS_MONTH("anniversaryThisMonth", Shape.NONE, FactType.DATE),
	/** Today included; at most 364 days. */
	ANNIVERSARY_IN_NEXT("anniversaryInNext", Shape.PERIOD, FactType.DATE), IS_SET("isSet", Shape.NONE, FactType.TEXT,
			FactType.CODE, FactType.NUMBER, FactType.BOOLEAN, FactType.DATE, FactType.INSTANT),
	IS_NOT_SET("isNotSet", IS_SET);

	/** How many values of which kind a comparison has. */
	public enum Shape {

		NONE, ONE, SOME, TWO, PERIOD;

		public boolean isList() {
			return this == SOME || this == TWO;
		}

	}

	private final String key;

	private final Shape shape;

	private final Set<FactType> types;

	private final @Nullable Operator negated;

	Operator(String key, Shape shape, FactType... types) {
		this.key = key;
		this.shape = shape;
		this.types = EnumSet.copyOf(List.of(types));
		this.negated = null;
	}

	Operator(String key, Operator negated) {
		this.key = key;
		this.shape = negated.shape;
		this.types = negated.types;
		this.negated = negated;
	}

	public static Optional<Operator> of(String key) {
		return Arrays.stream(values()).filter((operator) -> operator.key.equals(key)).findFirst();
	}

	public String key() {
		return this.key;
	}

	public Shape shape() {
		return this.shape;
	}

	public boolean takes(FactType type) {
		return this.types.contains(type);
	}

	boolean negates() {
		return this.negated != null;
	}

	public Operator affirmed() {
		return (this.negated != null) ? this.negated : this;
	}

}
