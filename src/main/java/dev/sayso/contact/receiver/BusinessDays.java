package dev.sayso.contact.receiver;

import java.text.Collator;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;

import org.springframework.stereotype.Component;

import dev.sayso.shared.TimeFormat;

/**
 * When the time to obey is over. The day on which somebody says no does not count, nor do
 * weekends and public holidays of the country; the last day counts to its end.
 */
@Component
class BusinessDays {

	private static final Set<DayOfWeek> USUAL_WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	/**
	 * The weekends that are others (Unicode CLDR 48, {@code weekendStart} and
	 * {@code weekendEnd} of its {@code weekData}). That of the United Arab Emirates is
	 * the usual one since 2022.
	 */
	private static final Map<String, Set<DayOfWeek>> WEEKENDS = weekends();

	private final TimeFormat times;

	private final Map<String, Map<Year, Set<LocalDate>>> holidays = new ConcurrentHashMap<>();

	BusinessDays(TimeFormat times) {
		this.times = times;
	}

	/** The codes of countries whose holidays are known. */
	static List<String> countries() {
		return HolidayManager.getSupportedCalendarCodes()
			.stream()
			.map((code) -> code.toUpperCase(Locale.ROOT))
			.filter((code) -> code.length() == 2)
			.sorted()
			.toList();
	}

	/** The same with their names in the reader's language, by which they are sorted. */
	static Map<String, String> names(Locale reader) {
		return countries().stream()
			.sorted(Comparator.comparing((code) -> name(code, reader), Collator.getInstance(reader)))
			.collect(Collectors.toMap((code) -> code, (code) -> name(code, reader), (one, same) -> one,
					LinkedHashMap::new));
	}

	static String name(String country, Locale reader) {
		return new Locale.Builder().setRegion(country).build().getDisplayCountry(reader);
	}

	/** The last second of the time that begins at an instant. */
	Instant due(TimeAllowed time, Instant from) {
		return time.isDays() ? lastDay(time, from.atZone(this.times.zone()).toLocalDate()).plusDays(1)
			.atStartOfDay(this.times.zone())
			.minusSeconds(1)
			.toInstant() : from.plus(Duration.ofHours(time.amount()));
	}

	/** Before which instant what was said is due by now. */
	Instant overdueBefore(TimeAllowed time, Instant now) {
		if (!time.isDays()) {
			return now.minus(Duration.ofHours(time.amount()));
		}
		LocalDate day = now.atZone(this.times.zone()).toLocalDate().minusDays(time.amount());
		while (!due(time, day.atStartOfDay(this.times.zone()).toInstant()).isAfter(now)) {
			day = day.plusDays(1);
		}
		while (due(time, day.atStartOfDay(this.times.zone()).toInstant()).isAfter(now)) {
			day = day.minusDays(1);
		}
		return day.plusDays(1).atStartOfDay(this.times.zone()).toInstant();
	}

	/** Working days between two days that do not count, for people to check. */
	List<LocalDate> skipped(TimeAllowed time, Instant from) {
		LocalDate first = from.atZone(this.times.zone()).toLocalDate();
		return time.isDays() ? first.plusDays(1)
			.datesUntil(lastDay(time, first))
			.filter((day) -> !isWeekend(time.country(), day) && isHoliday(time.country(), day))
			.toList() : List.of();
	}

	private LocalDate lastDay(TimeAllowed time, LocalDate said) {
		LocalDate day = said;
		for (int left = time.amount(); left > 0;) {
			day = day.plusDays(1);
			if (!isWeekend(time.country(), day) && !isHoliday(time.country(), day)) {
				left--;
			}
		}
		return day;
	}

	private static boolean isWeekend(String country, LocalDate day) {
		return WEEKENDS.getOrDefault(country, USUAL_WEEKEND).contains(day.getDayOfWeek());
	}

	private static Map<String, Set<DayOfWeek>> weekends() {
		Map<String, Set<DayOfWeek>> weekends = new HashMap<>();
		List.of("BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "SD", "SY", "YE")
			.forEach((country) -> weekends.put(country, Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)));
		weekends.put("AF", Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));
		weekends.put("IR", Set.of(DayOfWeek.FRIDAY));
		weekends.put("IN", Set.of(DayOfWeek.SUNDAY));
		weekends.put("UG", Set.of(DayOfWeek.SUNDAY));
		return Map.copyOf(weekends);
	}

	private boolean isHoliday(String country, LocalDate day) {
		return this.holidays.computeIfAbsent(country, (key) -> new ConcurrentHashMap<>())
			.computeIfAbsent(Year.of(day.getYear()), (year) -> load(country, year))
			.contains(day);
	}

	private static Set<LocalDate> load(String country, Year year) {
		return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)))
			.getHolidays(year)
			.stream()
			.filter((holiday) -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
			.map(Holiday::getDate)
			.collect(Collectors.toSet());
	}

}
