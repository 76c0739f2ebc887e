package dev.sayso.offer;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * From when to when something may be shown, as the configuration file has it.
 *
 * @param from local time in the zone, such as {@code 2026-03-01T00:00}; null for at once
 * @param to the same; null for never
 * @param timeZone an IANA time zone
 */
public record ValidityItem(@Nullable String from, @Nullable String to, @Nullable String timeZone) {

	public static ValidityItem of(Validity validity) {
		return new ValidityItem(text(validity.from()), text(validity.to()), validity.zone());
	}

	private static @Nullable String text(@Nullable LocalDateTime time) {
		return (time != null) ? time.toString() : null;
	}

	/** What is wrong with it; none is none. */
	public static List<Fault> faults(String pointer, @Nullable ValidityItem written) {
		List<Fault> faults = new ArrayList<>();
		if (written == null) {
			return faults;
		}
		LocalDateTime from = time(pointer + "/from", written.from, faults);
		LocalDateTime to = time(pointer + "/to", written.to, faults);
		if (from != null && to != null && !to.isAfter(from)) {
			faults.add(new Fault(pointer + "/to", "is not after its beginning"));
		}
		if (written.timeZone == null) {
			faults.add(new Fault(pointer + "/timeZone", ConfigurationPart.MISSING));
		}
		else if (!ZoneId.getAvailableZoneIds().contains(written.timeZone)) {
			faults.add(new Fault(pointer + "/timeZone", ConfigurationPart.UNKNOWN));
		}
		return faults;
	}

	private static @Nullable LocalDateTime time(String pointer, @Nullable String text, List<Fault> faults) {
		try {
			LocalDateTime time = (text != null) ? LocalDateTime.parse(text) : null;
			if (time == null || (time.getYear() >= 1900 && time.getYear() <= 9999)) {
				return time;
			}
		}
		catch (DateTimeException ex) {
			// told like a year that nobody means
		}
		faults.add(new Fault(pointer, "is not a local time, such as 2026-03-01T00:00"));
		return null;
	}

	/** What it says, once nothing is wrong with it. */
	public static Validity parse(@Nullable ValidityItem written) {
		if (written == null || (written.from == null && written.to == null && "UTC".equals(written.timeZone))) {
			return Validity.ALWAYS;
		}
		return new Validity((written.from != null) ? LocalDateTime.parse(written.from) : null,
				(written.to != null) ? LocalDateTime.parse(written.to) : null, String.valueOf(written.timeZone));
	}

}
