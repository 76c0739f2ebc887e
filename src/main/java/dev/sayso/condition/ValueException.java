package dev.sayso.condition;

import org.jspecify.annotations.Nullable;

/**
 * A value that does not fit; the number is its place, -1 for all of them.
 */
final class ValueException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int place;

	private final transient @Nullable Object detail;

	ValueException(int place, String code, @Nullable Object detail) {
		super(code, null, false, false);
		this.place = place;
		this.detail = detail;
	}

	ConditionFault at(String pointer, boolean many) {
		String value = pointer + "/value";
		return new ConditionFault((many && this.place >= 0) ? value + "/" + this.place : value,
				String.valueOf(getMessage()), this.detail);
	}

}
