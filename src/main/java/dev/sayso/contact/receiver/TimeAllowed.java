package dev.sayso.contact.receiver;

import org.jspecify.annotations.Nullable;

/**
 * How long a receiver has to obey a no: hours, or business days of a country, as the
 * field's rules count (Gmail and Yahoo 48 hours, CAN-SPAM 10 business days).
 *
 * @param hours null where days count
 * @param country its code of ISO 3166; empty where hours count
 */
public record TimeAllowed(@Nullable Integer hours, @Nullable Integer days, String country) {

	static final int MOST_HOURS = 24 * 60;

	static final int MOST_DAYS = 60;

	static TimeAllowed ofHours(int hours) {
		return new TimeAllowed(hours, null, "");
	}

	static TimeAllowed ofDays(int days, String country) {
		return new TimeAllowed(null, days, country);
	}

	/** Whether it is counted in business days. */
	public boolean isDays() {
		return this.days != null;
	}

	public int amount() {
		return (this.days != null) ? this.days : (this.hours != null) ? this.hours : 48;
	}

}
