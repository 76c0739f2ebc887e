package dev.sayso.condition;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a condition, and where.
 *
 * @param pointer the place in the tree, as a JSON pointer (RFC 6901)
 * @param code message key under {@code condition.fault.}
 * @param detail what the message names; null where it names nothing
 */
public record ConditionFault(String pointer, String code, @Nullable Object detail) {

	static ConditionFault at(String pointer, String code) {
		return new ConditionFault(pointer, code, null);
	}

	ConditionFault at(String place) {
		return new ConditionFault(place, this.code, this.detail);
	}

	public String key() {
		return "condition.fault." + this.code;
	}

	public Object[] args() {
		return (this.detail != null) ? new Object[] { this.detail } : new Object[0];
	}

}
