package dev.sayso.profile.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.LedgerFilter;
import dev.sayso.person.ChangeFilter;
import dev.sayso.person.Origin;
import dev.sayso.shared.Ids;

/**
 * Which part of somebody's history is asked for, as the URL says it.
 *
 * @param purpose a purpose's key, what those of another room begin with, or
 * {@link #DETAILS}
 * @param when one of {@link #PERIODS}; empty for any time or for {@code from} and
 * {@code to}
 * @param cursor where a page begins
 * @param entry the ledger's entry that the page begins with
 * @param unread what was typed as {@code from} or {@code to} and is no date
 */
record HistoryQuery(@Nullable String purpose, @Nullable Origin origin, @Nullable Integer when, @Nullable LocalDate from,
		@Nullable LocalDate to, HistoryCursor cursor, @Nullable UUID entry, Map<String, String> unread) {

	/** Asks for edits of the contact details alone. */
	static final String DETAILS = "details";

	/** What another room records, all of it. */
	private static final Pattern OTHERS = Pattern.compile("[a-z]{1,20}\\.");

	private static final List<Integer> PERIODS = List.of(30, 365);

	static HistoryQuery of(Map<String, String> parameters) {
		String purpose = parameters.getOrDefault("purpose", "");
		Map<String, String> unread = new TreeMap<>();
		LocalDate from = date("from", parameters, unread);
		LocalDate to = date("to", parameters, unread);
		boolean known = purpose.equals(DETAILS) || Purpose.of(purpose).isPresent() || OTHERS.matcher(purpose).matches();
		return new HistoryQuery(known ? purpose : null,
				Arrays.stream(Origin.values())
					.filter((origin) -> origin.key().equals(parameters.get("origin")))
					.findFirst()
					.orElse(null),
				PERIODS.stream()
					.filter((days) -> days.toString().equals(parameters.get("when")))
					.findFirst()
					.orElse(null),
				from, to, HistoryCursor.parse(parameters.getOrDefault("cursor", "")),
				Ids.parse(parameters.getOrDefault("entry", "")).orElse(null), unread);
	}

	boolean wantsSays() {
		return !DETAILS.equals(this.purpose);
	}

	boolean wantsDetails() {
		return this.purpose == null || DETAILS.equals(this.purpose);
	}

	LedgerFilter filter(Instant now, ZoneId zone) {
		Instant start = (this.when != null) ? now.minus(Duration.ofDays(this.when))
				: (this.from != null) ? this.from.atStartOfDay(zone).toInstant() : null;
		Instant end = (this.when == null && this.to != null) ? this.to.plusDays(1).atStartOfDay(zone).toInstant()
				: null;
		return new LedgerFilter(wantsSays() ? this.purpose : null, new ChangeFilter(this.origin, start, end));
	}

	/** The same filters elsewhere: on a page of older ones, or in a file. */
	String href(String path, @Nullable HistoryCursor page) {
		return UriComponentsBuilder.fromPath(path)
			.queryParamIfPresent("purpose", Optional.ofNullable(this.purpose))
			.queryParamIfPresent("origin", Optional.ofNullable(this.origin).map(Origin::key))
			.queryParamIfPresent("when", Optional.ofNullable(this.when))
			.queryParamIfPresent("from", Optional.ofNullable(this.from))
			.queryParamIfPresent("to", Optional.ofNullable(this.to))
			.queryParamIfPresent("cursor", Optional.ofNullable(page))
			.build()
			.toUriString();
	}

	public String period() {
		if (this.when != null) {
			return this.when.toString();
		}
		return (this.from != null || this.to != null) ? "between" : "any";
	}

	/** Whether nothing can lie between two days, since the second comes first. */
	public boolean isBackwards() {
		return this.when == null && this.from != null && this.to != null && this.to.isBefore(this.from);
	}

	public boolean isFiltered() {
		return this.purpose != null || this.origin != null || this.when != null || this.from != null || this.to != null;
	}

	private static @Nullable LocalDate date(String name, Map<String, String> parameters, Map<String, String> unread) {
		String text = parameters.getOrDefault(name, "").strip();
		try {
			return text.isEmpty() ? null : LocalDate.parse(text);
		}
		catch (DateTimeParseException ex) {
			unread.put(name, text);
			return null;
		}
	}

}
