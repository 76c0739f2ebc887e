package dev.sayso.audit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

import dev.sayso.shared.SearchWords;

/**
 * A query for entries, as the URL has it; empty parts let all through.
 *
 * @param q words that the name of a thing, of who acted or of a field has, or a value
 * @param faults message keys of what is wrong, by the parameter
 * @param zone in which the days begin
 */
record AuditQuery(String q, String type, String subject, String actor, @Nullable LocalDate from, @Nullable LocalDate to,
		Map<String, String> faults, ZoneId zone) {

	private static final int LONGEST = 200;

	/** Reads the parameters of a request; a day that cannot be read is a fault. */
	static AuditQuery of(Map<String, String> parameters, ZoneId zone) {
		Map<String, String> faults = new HashMap<>();
		LocalDate from = day("from", parameters, faults);
		LocalDate to = day("to", parameters, faults);
		if (from != null && to != null && to.isBefore(from)) {
			faults.put("to", "audit.fault.order");
		}
		return new AuditQuery(text("q", parameters), text("type", parameters), text("subject", parameters),
				text("actor", parameters), from, to, faults, zone);
	}

	private static String text(String name, Map<String, String> parameters) {
		String text = parameters.getOrDefault(name, "").strip();
		return text.substring(0, Math.min(text.length(), LONGEST));
	}

	private static @Nullable LocalDate day(String name, Map<String, String> parameters, Map<String, String> faults) {
		String typed = text(name, parameters);
		try {
			LocalDate day = typed.isEmpty() ? null : LocalDate.parse(typed);
			if (day == null || (day.getYear() >= 1 && day.getYear() <= 9999)) {
				return day;
			}
		}
		catch (DateTimeParseException ex) {
			// told like a day that no calendar has
		}
		faults.put(name, "audit.fault.day");
		return null;
	}

	SearchWords words() {
		return SearchWords.of(this.q);
	}

	public boolean any() {
		return !(this.q.isEmpty() && this.type.isEmpty() && this.subject.isEmpty() && this.actor.isEmpty())
				|| this.from != null || this.to != null;
	}

	@Nullable OffsetDateTime begin() {
		return (this.from != null) ? this.from.atStartOfDay(this.zone).toOffsetDateTime() : null;
	}

	@Nullable OffsetDateTime end() {
		return (this.to != null) ? this.to.plusDays(1).atStartOfDay(this.zone).toOffsetDateTime() : null;
	}

	String href(@Nullable Long before) {
		Map<String, Object> parts = parts();
		if (before != null) {
			parts.put("before", before);
		}
		return url("/activity", parts);
	}

	public String here() {
		return href(null);
	}

	/** Address of the same as a file. */
	public String file(boolean plain) {
		Map<String, Object> parts = parts();
		if (plain) {
			parts.put("kind", "plain");
		}
		return url("/activity.csv", parts);
	}

	private Map<String, Object> parts() {
		Map<String, Object> parts = new HashMap<>(
				Map.of("q", this.q, "type", this.type, "subject", this.subject, "actor", this.actor));
		parts.put("from", (this.from != null) ? this.from : "");
		parts.put("to", (this.to != null) ? this.to : "");
		parts.values().removeIf((value) -> value.toString().isEmpty());
		return parts;
	}

	private static String url(String path, Map<String, Object> parts) {
		UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
		parts.keySet().stream().sorted().forEach((name) -> url.queryParam(name, "{" + name + "}"));
		return url.encode().buildAndExpand(parts).toUriString();
	}

}
