package dev.sayso.consent.card;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.sayso.consent.Pause;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * The pauses in a consents object: what of them can be read becomes statements, the rest
 * is a fault; and those that run, written.
 */
final class PauseValues {

	/** The member of the consents object that holds them. */
	static final String PAUSE = "pause";

	private static final Set<String> MEMBERS = Set.of("until", "time", "reason");

	private final ConsentValues values;

	private final List<Fault> faults;

	PauseValues(ConsentValues values, List<Fault> faults) {
		this.values = values;
		this.faults = faults;
	}

	/** Where the pause of something stands in a body, as a JSON pointer. */
	static String pointer(Purpose purpose) {
		return "/" + PAUSE + "/" + Pause.key(purpose);
	}

	/**
	 * @param reason what stands where one has none of its own
	 */
	List<PauseStatement> read(JsonNode value, @Nullable String reason) {
		List<PauseStatement> statements = new ArrayList<>();
		if (!value.isObject()) {
			this.faults.add(new Fault("/" + PAUSE, "is not an object"));
			plain(Purpose.MARKETING_ANY, value, reason).ifPresent(statements::add);
			return statements;
		}
		value.properties().forEach((member) -> {
			String pointer = "/" + PAUSE + "/" + member.getKey();
			Purpose purpose = Pause.purpose(member.getKey()).orElse(null);
			if (purpose == null) {
				this.faults.add(new Fault(pointer, "is not known"));
			}
			else if (member.getValue().isNull()) {
				statements.add(PauseStatement.of(purpose, null, reason));
			}
			else if (member.getValue().isObject()) {
				statement(purpose, member.getValue(), pointer, reason).ifPresent(statements::add);
			}
			else {
				this.faults.add(new Fault(pointer, "is not an object"));
				plain(purpose, member.getValue(), reason).ifPresent(statements::add);
			}
		});
		return statements;
	}

	/** A day without its object is meant all the same. */
	private static Optional<PauseStatement> plain(Purpose purpose, JsonNode value, @Nullable String reason) {
		return day(value).map((until) -> PauseStatement.of(purpose, until, reason));
	}

	private Optional<PauseStatement> statement(Purpose purpose, JsonNode value, String pointer,
			@Nullable String reason) {
		value.properties().forEach((member) -> {
			if (!MEMBERS.contains(member.getKey())) {
				this.faults.add(new Fault(pointer + "/" + member.getKey(), "is not known"));
			}
		});
		Instant time = this.values.time(value.path("time"), pointer + "/time");
		String own = this.values.text(value.path("reason"), pointer + "/reason", 255);
		Optional<LocalDate> day = day(value.path("until"));
		if (day.isEmpty()) {
			this.faults.add(new Fault(pointer + "/until", "is not a date (full-date of RFC 3339)"));
		}
		return day.map((until) -> new PauseStatement(purpose, until, time, (own != null) ? own : reason));
	}

	private static Optional<LocalDate> day(JsonNode value) {
		try {
			return Optional.of(LocalDate.parse(value.asString("")));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** Those that run now, where there is any. */
	static void write(Say say, Instant now, ObjectNode document) {
		List<Pause> running = say.pauses().values().stream().filter((pause) -> pause.isRunning(now)).toList();
		if (running.isEmpty()) {
			return;
		}
		ObjectNode pauses = document.putObject(PAUSE);
		running.stream().sorted(Comparator.comparing(Pause::purpose)).forEach((pause) -> {
			ObjectNode node = pauses.putObject(pause.key());
			node.put("until", pause.until().toString());
			node.put("time", pause.saidAt().toString());
			if (pause.reason() != null) {
				node.put("reason", pause.reason());
			}
		});
	}

}
