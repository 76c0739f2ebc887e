package dev.sayso.audience;

import org.jspecify.annotations.Nullable;

import dev.sayso.audience.PeopleCounter.Size;

/**
 * How many a condition means, among all there are.
 *
 * @param size null where the condition cannot be asked
 */
public record PeopleCount(@Nullable Size size, Size everybody) {

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
