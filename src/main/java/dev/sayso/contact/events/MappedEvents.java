package dev.sayso.contact.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.sayso.shared.Channel;
import dev.sayso.shared.api.JsonBody;

/**
 * Reads the events of a payload by a mapping.
 */
final class MappedEvents {

	private static final Pattern NUMBER = Pattern.compile("(\\d{9,16})(\\.\\d*)?");

	private static final Set<String> HARD = Set.of("true", "1", "yes", "hard", "permanent", "fatal");

	private static final Set<String> SOFT = Set.of("false", "0", "no", "soft", "transient", "temporary");

	private MappedEvents() {
	}

	/**
	 * One event of a payload.
	 *
	 * @param said the value of its type
	 * @param event null where nothing comes of it
	 * @param fault why not: {@code type} where there is none, {@code address} the same,
	 * {@code unknown} where its value means nothing; empty where something does
	 */
	record Mapped(String said, @Nullable ReportedEvent event, String fault) {

	}

	static List<Mapped> read(JsonNode payload, EventMapping mapping, Channel channel) {
		List<Mapped> events = new ArrayList<>();
		for (JsonNode event : ReportedEvent.each(EventPath.find(payload, mapping.eventsPath()))) {
			events.add(map(event, mapping, channel));
		}
		return events;
	}

	private static Mapped map(JsonNode event, EventMapping mapping, Channel channel) {
		String said = ReportedEvent.text(EventPath.find(event, mapping.typePath()));
		if (said == null) {
			return new Mapped("", null, "type");
		}
		MappedType type = mapping.words().find(said).orElse(null);
		if (type == null) {
			return new Mapped(said, null, "unknown");
		}
		String address = ReportedEvent.text(EventPath.find(event, mapping.addressPath()));
		if (address == null) {
			return new Mapped(said, null, "address");
		}
		String diagnostic = text(event, mapping.diagnosticPath());
		return new Mapped(said,
				new ReportedEvent(type.kind(channel, hard(text(event, mapping.hardPath())), diagnostic), null, address,
						instant(text(event, mapping.timePath())), text(event, mapping.messagePath()), diagnostic),
				"");
	}

	/** An empty path is that of nothing. */
	private static @Nullable String text(JsonNode event, String path) {
		return path.isEmpty() ? null : ReportedEvent.text(EventPath.find(event, path));
	}

	private static @Nullable Boolean hard(@Nullable String told) {
		String word = (told != null) ? told.strip().toLowerCase(Locale.ROOT) : "";
		return HARD.contains(word) ? Boolean.TRUE : SOFT.contains(word) ? Boolean.FALSE : null;
	}

	/**
	 * A time in any of the ways in which senders write one: RFC 3339 with or without a
	 * zone, RFC 1123, and seconds, milliseconds or microseconds since 1970.
	 */
	static @Nullable Instant instant(@Nullable String told) {
		String text = (told != null) ? told.strip() : "";
		if (NUMBER.matcher(text).matches()) {
			long whole = Long.parseLong(text.replaceFirst("\\..*", ""));
			return (whole < 100_000_000_000L) ? Instant.ofEpochSecond(whole)
					: Instant.ofEpochMilli((whole < 100_000_000_000_000L) ? whole : whole / 1000);
		}
		String date = text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T")
			.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
		Instant instant = JsonBody.instant(date);
		if (instant == null) {
			instant = JsonBody.instant(date + "Z");
		}
		try {
			return (instant != null || text.isEmpty()) ? instant
					: ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
