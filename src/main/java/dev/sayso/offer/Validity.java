package dev.sayso.offer;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * From when to when something may be shown.
 *
 * @param from when it begins, in the zone; null for at once
 * @param to when it has ended; null for never
 * @param zone an IANA time zone
 */
public record Validity(@Nullable LocalDateTime from, @Nullable LocalDateTime to, String zone) {

	/** Where a moment stands to a validity. */
	public enum Time {

		ALWAYS, NOW, UPCOMING, OVER

	}

	public static final Validity ALWAYS = new Validity(null, null, "UTC");

	/** The instant it begins; the beginning of time where it has none. */
	public Instant begins() {
		return (this.from != null) ? this.from.atZone(ZoneId.of(this.zone)).toInstant() : Instant.MIN;
	}

	/** The instant from which it is over; the end of time where it has none. */
	public Instant ends() {
		return (this.to != null) ? this.to.atZone(ZoneId.of(this.zone)).toInstant() : Instant.MAX;
	}

	/**
	 * Those of its times that no clock in the zone shows, since clocks go forward then.
	 */
	public List<LocalDateTime> skipped() {
		ZoneRules rules = ZoneId.of(this.zone).getRules();
		return Stream.of(this.from, this.to)
			.filter(Objects::nonNull)
			.filter((time) -> rules.getValidOffsets(time).isEmpty())
			.toList();
	}

	/** What clocks in the zone show at a time, which counts where they skip it. */
	public LocalDateTime shown(LocalDateTime time) {
		return time.atZone(ZoneId.of(this.zone)).toLocalDateTime();
	}

	public boolean holds(Instant at) {
		return !at.isBefore(begins()) && at.isBefore(ends());
	}

	public Time time(Instant now) {
		if (this.from == null && this.to == null) {
			return Time.ALWAYS;
		}
		if (now.isBefore(begins())) {
			return Time.UPCOMING;
		}
		return holds(now) ? Time.NOW : Time.OVER;
	}

}
