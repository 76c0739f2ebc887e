package dev.sayso.consent.card;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.sayso.consent.Choice;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Reads the values in a consents object: what cannot be read is nothing, and a fault.
 */
final class ConsentValues {

	/** How far a caller's clock may be ahead. */
	private static final Duration SKEW = Duration.ofMinutes(5);

	private final Instant now;

	private final List<Fault> faults;

	ConsentValues(Instant now, List<Fault> faults) {
		this.now = now;
		this.faults = faults;
	}

	/** A choice; a no also where it is written otherwise. */
	@Nullable Choice choice(JsonNode value, String pointer) {
		Choice choice = value.isString() ? Choice.of(value.stringValue()).orElse(null) : null;
		if (choice == null) {
			choice = MisspelledNoes.isNo(value) ? Choice.NO : null;
			this.faults.add(new Fault(pointer, "is not one of y, n, p, u, dy, dn, LI, CT, CP, VI, PI"));
		}
		return choice;
	}

	@Nullable Instant time(JsonNode value, String pointer) {
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		try {
			Instant time = OffsetDateTime.parse(value.asString("")).toInstant().truncatedTo(ChronoUnit.MICROS);
			if (!time.isAfter(this.now.plus(SKEW)) && time.isAfter(Instant.EPOCH)) {
				return time.isAfter(this.now) ? this.now : time;
			}
			this.faults.add(new Fault(pointer,
					time.isAfter(Instant.EPOCH) ? "is in the future" : "is before anybody was asked"));
		}
		catch (DateTimeParseException ex) {
			this.faults.add(new Fault(pointer, "is not a time of RFC 3339"));
		}
		return null;
	}

	@Nullable String text(JsonNode value, String pointer, int longest) {
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (!value.isString() || value.stringValue().length() > longest) {
			this.faults.add(new Fault(pointer, "is not a text of at most " + longest + " characters"));
			return null;
		}
		if (!TextNormalizer.isText(value.stringValue())) {
			this.faults.add(new Fault(pointer, "has characters that are no text"));
			return null;
		}
		return value.stringValue();
	}

}
