package dev.sayso.contact.receiver;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.page.Choices;

/**
 * What a receiver is to be told again.
 *
 * @param what {@code moment} or {@code snapshot}
 * @param day the first day, with {@code moment}
 */
record ReplayForm(String what, String day) {

	static final List<String> WHAT = List.of("moment", "snapshot");

	ReplayForm {
		what = Choices.read(what, "moment", (typed) -> WHAT.stream().filter(typed::equals).findFirst());
		day = Objects.requireNonNullElse(day, "").strip();
	}

	boolean isSnapshot() {
		return this.what.equals("snapshot");
	}

	/** Null where the day is none. */
	@Nullable Instant since(ZoneId zone) {
		try {
			return LocalDate.parse(this.day).atStartOfDay(zone).toInstant();
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
