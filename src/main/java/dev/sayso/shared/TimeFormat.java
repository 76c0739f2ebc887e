package dev.sayso.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes times as people read them: in the deployment's zone (a script moves them to the
 * reader's own) and in the language of the page.
 */
@Component
public class TimeFormat {

	/** The setting that names the deployment's time zone. */
	public static final String ZONE = "general.timeZone";

	private static final Pattern PLACES = Pattern
		.compile("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC");

	private final Settings settings;

	TimeFormat(Settings settings) {
		this.settings = settings;
	}

	/** The deployment's own zone, in which a day begins where a person has none. */
	public ZoneId zone() {
		try {
			return ZoneId.of(this.settings.get(ZONE, ZoneId.systemDefault().getId()));
		}
		catch (DateTimeException ex) {
			return ZoneOffset.UTC;
		}
	}

	/**
	 * The zones to choose from, by their names: first the deployment's own, which is what
	 * holds where nothing is chosen, then the others.
	 */
	public Map<String, String> zones() {
		Map<String, String> zones = new LinkedHashMap<>();
		String own = zone().getId();
		zones.put("", own.replace('_', ' '));
		ZoneId.getAvailableZoneIds()
			.stream()
			.filter((id) -> !id.equals(own) && PLACES.matcher(id).matches())
			.sorted()
			.forEach((id) -> zones.put(id, id.replace('_', ' ')));
		return zones;
	}

	public String day(Instant instant) {
		return day(instant.atZone(zone()).toLocalDate());
	}

	public String day(LocalDate day) {
		return LocalizedDate.of(day, locale());
	}

	/** The month and its year, for where there is little room. */
	public String month(Instant instant) {
		return LocalizedDate.month(instant.atZone(zone()).toLocalDate(), locale());
	}

	public String dayTime(Instant instant) {
		return day(instant) + ", " + time(instant);
	}

	/** A time of no zone in particular. */
	public String dayTime(LocalDateTime local) {
		return day(local.toLocalDate()) + ", " + local.format(DateTimeFormatter.ofPattern("HH:mm"));
	}

	public String time(Instant instant) {
		return instant.atZone(zone()).format(DateTimeFormatter.ofPattern("HH:mm"));
	}

	/** The exact time, for the hover text. */
	public String utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'"));
	}

	/** As HTML takes it, which knows no more than milliseconds (HTML, 2.3.5.5). */
	public String iso(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MILLIS).toString();
	}

	private static Locale locale() {
		Locale locale = LocaleContextHolder.getLocale();
		return locale.getLanguage().equals("en") ? Locale.UK : locale;
	}

}
