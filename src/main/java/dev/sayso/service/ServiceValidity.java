package dev.sayso.service;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.Period;

/**
 * For how long a service is there, and with it each of its subscriptions.
 *
 * @param from its first day; null for at once
 * @param to its last day, with which all subscriptions end; null for none
 * @param amount how many units each subscription lasts; null where it has no end of its
 * own
 */
public record ServiceValidity(Kind kind, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Integer amount,
		Period.@Nullable Unit unit) {

	public static final ServiceValidity ALWAYS = new ServiceValidity(Kind.ALWAYS, null, null, null, null);

	public enum Kind {

		ALWAYS, DATES, DURATION;

		public static Optional<Kind> of(String key) {
			return Arrays.stream(values()).filter((kind) -> kind.key().equals(key)).findFirst();
		}

		/** The name in forms, in the API and in messages. */
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** Where a day stands to the days of a service. */
	public enum Time {

		NOW, UPCOMING, OVER

	}

	public static ServiceValidity between(@Nullable LocalDate from, @Nullable LocalDate to) {
		return new ServiceValidity(Kind.DATES, from, to, null, null);
	}

	public static ServiceValidity lasting(int amount, Period.Unit unit) {
		return new ServiceValidity(Kind.DURATION, null, null, amount, unit);
	}

	/** Whether a day, and the one after it, have a year of four digits (RFC 3339, 1). */
	static boolean isWritten(LocalDate day) {
		return day.getYear() >= 1 && day.getYear() < 9999;
	}

	public Time time(LocalDate today) {
		if (this.from != null && today.isBefore(this.from)) {
			return Time.UPCOMING;
		}
		return (this.to != null && today.isAfter(this.to)) ? Time.OVER : Time.NOW;
	}

	/**
	 * When a subscription ends by itself; null for never.
	 * @param since when it began
	 * @param zone where days begin
	 */
	public @Nullable Instant until(Instant since, ZoneId zone) {
		if (this.amount != null && this.unit != null) {
			return since.atZone(zone).plus(this.amount, ChronoUnit.valueOf(this.unit.name())).toInstant();
		}
		return end(zone);
	}

	/** When all subscriptions end; null where each has an end of its own, or none. */
	@Nullable Instant end(ZoneId zone) {
		return (this.to != null) ? this.to.plusDays(1).atStartOfDay(zone).toInstant() : null;
	}

}
