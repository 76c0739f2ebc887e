package dev.sayso.consent.card;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.shared.api.MergePatch;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Reads a merge patch of XDM's consents object: what Sayso knows becomes statements, what
 * XDM defines besides is kept as it came, anything else is a fault.
 */
final class ConsentsBody {

	private static final Set<String> GROUPS = Set.of("marketing", "personalize");

	private static final Set<String> KEPT = Set.of("adID", "idSpecific", "marketing.preferred",
			"marketing.commercialEmail");

	private static final Set<String> KEPT_IN_CHANNEL = Set.of("subscriptions");

	/** How far a caller's clock may be ahead. */
	private static final Duration SKEW = Duration.ofMinutes(5);

	private final List<Statement> statements = new ArrayList<>();

	private final List<Fault> faults = new ArrayList<>();

	private final Instant now;

	private final ObjectNode extras;

	private Evidence evidence = Evidence.NONE;

	private @Nullable String reason;

	private boolean own;

	private ConsentsBody(ObjectNode extras, Instant now) {
		this.extras = extras.deepCopy();
		this.now = now;
	}

	/**
	 * What a body asks for.
	 *
	 * @param extras what is kept beside the say, patched
	 * @param own whether the say is the person's own
	 * @param faults what is wrong with it; the statements are those that could be read
	 */
	record Patch(List<Statement> statements, Evidence evidence, ObjectNode extras, boolean own, List<Fault> faults) {

		/**
		 * The noes, which are taken whatever else is wrong.
		 */
		List<Statement> noes() {
			return this.statements.stream().filter((statement) -> statement.choice() == Choice.NO).toList();
		}

	}

	/**
	 * Reads a body.
	 * @param extras what is kept of the person already
	 */
	static Patch read(ObjectNode body, ObjectNode extras, Instant now) {
		ConsentsBody reader = new ConsentsBody(extras, now);
		reader.reason = reader.text(body.path("reason"), "/reason", 255);
		body.properties().forEach((field) -> reader.top(field.getKey(), field.getValue()));
		return new Patch(List.copyOf(reader.statements), reader.evidence, reader.extras, reader.own,
				List.copyOf(reader.faults));
	}

	/**
	 * Where the say for a purpose stands in a body, as a JSON pointer.
	 */
	static String pointer(Purpose purpose) {
		return "/" + purpose.key().replace('.', '/');
	}

	private void top(String name, JsonNode value) {
		switch (name) {
			case "metadata", "reason" -> {
			}
			case "evidence" -> this.evidence = Evidence.NONE.with("evidence", text(value, "/evidence", 4000));
			case "by" -> by(value);
			default -> {
				if (GROUPS.contains(name) && value.isObject()) {
					value.properties()
						.forEach((field) -> purpose(name + "." + field.getKey(), escaped(name, field.getKey()),
								field.getValue()));
				}
				else if (GROUPS.contains(name)) {
					this.faults.add(new Fault("/" + name, "is not an object"));
				}
				else {
					purpose(name.contains(".") ? "" : name, escaped("", name), value);
				}
			}
		}
	}

	private static String escaped(String group, String name) {
		return (group.isEmpty() ? "" : "/" + group) + "/" + name.replace("~", "~0").replace("/", "~1");
	}

	private void by(JsonNode value) {
		this.own = value.isString() && value.stringValue().equals("person");
		if (!this.own && !(value.isString() && value.stringValue().equals("operator"))) {
			this.faults.add(new Fault("/by", "is not one of person, operator"));
		}
	}

	private void purpose(String key, String pointer, JsonNode value) {
		Optional<Purpose> purpose = Purpose.of(key);
		if (KEPT.contains(key)) {
			MergePatch.put(this.extras, key, value);
		}
		else if (purpose.isEmpty()) {
			this.faults.add(new Fault(pointer, "is not known"));
		}
		else if (value.isNull()) {
			this.statements.add(Statement.of(purpose.get(), Choice.UNKNOWN, this.reason));
		}
		else if (value.isObject()) {
			state(purpose.get(), value, pointer);
		}
		else {
			this.faults.add(new Fault(pointer, "is not an object"));
		}
	}

	private void state(Purpose purpose, JsonNode value, String pointer) {
		value.properties().forEach((field) -> {
			if (purpose.channel().isPresent() && KEPT_IN_CHANNEL.contains(field.getKey())) {
				MergePatch.put(this.extras, purpose.key() + "." + field.getKey(), field.getValue());
			}
			else if (!Set.of("val", "time", "reason").contains(field.getKey())) {
				this.faults.add(new Fault(pointer + escaped("", field.getKey()), "is not known"));
			}
		});
		if (value.has("val") || value.has("time") || value.has("reason")) {
			Choice choice = choice(value.path("val"), pointer + "/val");
			Instant time = time(value.path("time"), pointer + "/time");
			String reason = text(value.path("reason"), pointer + "/reason", 255);
			if (choice != null) {
				this.statements.add(new Statement(purpose, choice, time, (reason != null) ? reason : this.reason));
			}
		}
	}

	private @Nullable Choice choice(JsonNode value, String pointer) {
		Choice choice = value.isString() ? Choice.of(value.stringValue()).orElse(null) : null;
		if (choice == null) {
			this.faults.add(new Fault(pointer, "is not one of y, n, p, u, dy, dn, LI, CT, CP, VI, PI"));
		}
		return choice;
	}

	private @Nullable Instant time(JsonNode value, String pointer) {
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			this.faults.add(new Fault(pointer, "is not a time of RFC 3339"));
			return null;
		}
		try {
			Instant time = OffsetDateTime.parse(value.stringValue()).toInstant().truncatedTo(ChronoUnit.MICROS);
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

	private @Nullable String text(JsonNode value, String pointer, int longest) {
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		if (!value.isString() || value.stringValue().length() > longest) {
			this.faults.add(new Fault(pointer, "is not a text of at most " + longest + " characters"));
			return null;
		}
		if (value.stringValue().codePoints().anyMatch(ConsentsBody::isNoText)) {
			this.faults.add(new Fault(pointer, "has characters that are no text"));
			return null;
		}
		return value.stringValue();
	}

	/**
	 * The null character, and halves of a pair, which no store takes.
	 */
	private static boolean isNoText(int character) {
		return character == 0 || Character.getType(character) == Character.SURROGATE;
	}

}
