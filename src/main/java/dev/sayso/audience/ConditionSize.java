package dev.sayso.audience;

import org.jspecify.annotations.Nullable;

import dev.sayso.audience.PeopleCounter.Size;

/**
 * The size of a condition, and of everybody.
 *
 * @param size null where the condition is broken
 */
public record ConditionSize(@Nullable Size size, Size everybody) {

	/**
	 * The share of everybody in per cent, with one digit; null where it is not known.
	 */
	public @Nullable Double share() {
		if (this.size == null || !this.size.known() || this.everybody.people() <= 0) {
			return null;
		}
		return Math.min(100, Math.round(1000.0 * this.size.people() / this.everybody.people()) / 10.0);
	}

}
