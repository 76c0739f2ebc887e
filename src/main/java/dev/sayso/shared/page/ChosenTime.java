package dev.sayso.shared.page;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A time at which something is to begin, as it was typed into the fields {@code day} and
 * {@code time} of a form.
 *
 * @param time empty for midnight
 * @param zone in which both are
 */
public record ChosenTime(String day, String time, ZoneId zone) {

	/** So far ahead something can be scheduled: five years. */
	public static final Duration FARTHEST = Duration.ofDays(5 * 365L + 2);

	/**
	 * The zone that was chosen.
	 * @param zone its id; empty for the deployment's own
	 */
	public static ZoneId zone(String zone, ZoneId own) {
		return zone.isEmpty() ? own : ZoneId.of(zone);
	}

	/** When it begins; null where that is wrong, which the errors say then. */
	public @Nullable Instant read(Instant now, Errors errors) {
		try {
			LocalDateTime local = LocalDate.parse(this.day)
				.atTime(this.time.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(this.time));
			ZoneOffsetTransition shift = this.zone.getRules().getTransition(local);
			Instant from = local.atZone(this.zone).toInstant();
			if (shift != null && shift.isGap()) {
				errors.rejectValue("time", "chosen-time.skipped",
						new Object[] { shift.getDateTimeBefore().toLocalTime().toString(),
								shift.getDateTimeAfter().toLocalTime().toString() },
						null);
			}
			else if (!from.isAfter(now)) {
				errors.rejectValue("day", "chosen-time.past");
			}
			else if (from.isAfter(now.plus(FARTHEST))) {
				errors.rejectValue("day", "chosen-time.far");
			}
			return errors.hasErrors() ? null : from;
		}
		catch (DateTimeException ex) {
			errors.rejectValue("day", "chosen-time.day");
			return null;
		}
	}

}
