package dev.sayso.consent.card;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.shared.api.MergePatch;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * Reads a merge patch of XDM's consents object: what Sayso knows becomes statements, what
 * XDM defines besides is kept as it came, anything else is a fault.
 */
final class ConsentsBody {

	private static final Set<String> GROUPS = Set.of("marketing", "personalize", "tracking");

	private static final Set<List<String>> KEPT = Set.of(List.of("adID"), List.of("idSpecific"),
			List.of("marketing", "preferred"), List.of("marketing", "commercialEmail"));

	private static final String KEPT_IN_CHANNEL = "subscriptions";

	private static final Set<String> STATEMENT = Set.of("val", "time", "reason");

	private final List<Statement> statements = new ArrayList<>();

	private final List<PauseStatement> pauses = new ArrayList<>();

	private final List<Fault> faults = new ArrayList<>();

	private final Instant now;

	private final ConsentValues values;

	private final ObjectNode extras;

	private Evidence evidence = Evidence.NONE;

	private @Nullable String reason;

	private boolean own;

	private boolean doubtful;

	private ConsentsBody(ObjectNode extras, Instant now) {
		this.extras = extras.deepCopy();
		this.now = now;
		this.values = new ConsentValues(now, this.faults);
	}

	/**
	 * @param extras what is kept beside the say, patched
	 * @param own whether the say is the person's own
	 * @param doubtful whether it is so since nobody can tell
	 * @param faults what is wrong with it; the statements are those that could be read
	 */
	record Patch(List<Statement> statements, List<PauseStatement> pauses, Evidence evidence, ObjectNode extras,
			boolean own, boolean doubtful, List<Fault> faults) {

		/** The noes, which are taken whatever else is wrong. */
		List<Statement> noes() {
			return this.statements.stream().filter((statement) -> statement.choice() == Choice.NO).toList();
		}

		/** The pauses, which are noes for a time; not what ends one. */
		List<PauseStatement> begun() {
			return this.pauses.stream().filter((statement) -> statement.until() != null).toList();
		}

	}

	/**
	 * @param extras what is kept of the person already
	 */
	static Patch read(LenientBody body, ObjectNode extras, Instant now) {
		ConsentsBody reader = new ConsentsBody(extras, now);
		reader.reason = reader.values.text(body.object().path("reason"), "/reason", 255);
		body.object().properties().forEach((field) -> reader.top(field.getKey(), field.getValue()));
		body.repeated().forEach(reader::repeated);
		reader.contradictions();
		return new Patch(List.copyOf(reader.statements), List.copyOf(reader.pauses), reader.evidence, reader.extras,
				reader.own, reader.doubtful, List.copyOf(reader.faults));
	}

	/** Of two that say something else the no is meant. */
	private void repeated(LenientBody.Member member) {
		refuse(member.path(), member.value(), "stands twice");
		if (member.path().get(0).equals(PauseValues.PAUSE)) {
			this.pauses.addAll(new PauseValues(this.values, this.faults).read(member.within(), this.reason));
		}
		if (member.path().equals(List.of("by"))) {
			doubt();
		}
	}

	/** Takes the noes in what is not as it should be. */
	private void refuse(List<String> path, JsonNode value, String fault) {
		this.faults.add(new Fault(LenientBody.pointer(path), fault));
		this.statements.addAll(MisspelledNoes.in(path, value));
	}

	/** A yes to a channel that was not said before the no to any in the same body. */
	private void contradictions() {
		this.statements.stream()
			.filter((statement) -> statement.purpose() == Purpose.MARKETING_ANY && statement.choice() == Choice.NO)
			.map(this::said)
			.max(Comparator.naturalOrder())
			.ifPresent((no) -> this.statements.stream()
				.filter((statement) -> statement.purpose().channel().isPresent()
						&& statement.choice().allows(statement.purpose()) && !said(statement).isBefore(no))
				.forEach((statement) -> this.faults
					.add(new Fault(pointer(statement.purpose()), "contradicts the no to any channel beside it"))));
	}

	private Instant said(Statement statement) {
		return (statement.saidAt() != null) ? statement.saidAt() : this.now;
	}

	/** Who spoke nobody can tell, so that the stricter holds. */
	private void doubt() {
		this.own = true;
		this.doubtful = true;
	}

	/** Where the say for a purpose stands in a body, as a JSON pointer. */
	static String pointer(Purpose purpose) {
		return "/" + purpose.key().replace('.', '/');
	}

	private void top(String name, JsonNode value) {
		switch (name) {
			case "metadata", "reason" -> {
			}
			case "evidence" ->
				this.evidence = Evidence.NONE.with("evidence", this.values.text(value, "/evidence", 4000));
			case "by" -> by(value);
			case PauseValues.PAUSE ->
				this.pauses.addAll(new PauseValues(this.values, this.faults).read(value, this.reason));
			default -> {
				if (!GROUPS.contains(name)) {
					purpose(List.of(name), value);
				}
				else if (value.isObject()) {
					value.properties().forEach((member) -> purpose(List.of(name, member.getKey()), member.getValue()));
				}
				else {
					refuse(List.of(name), value, "is not an object");
				}
			}
		}
	}

	private void by(JsonNode value) {
		switch (value.isString() ? value.stringValue().strip().toLowerCase(Locale.ROOT) : "") {
			case "person" -> this.own = true;
			case "operator" -> {
			}
			default -> {
				this.faults.add(new Fault("/by", "is not one of person, operator"));
				doubt();
			}
		}
	}

	private void purpose(List<String> path, JsonNode value) {
		String key = String.join(".", path);
		Purpose purpose = path.get(0).contains(".") ? null : Purpose.of(key).orElse(null);
		if (KEPT.contains(path)) {
			MergePatch.put(this.extras, key, value);
		}
		else if (purpose == null) {
			refuse(path, value, "is not known");
		}
		else if (value.isNull()) {
			this.statements.add(Statement.of(purpose, Choice.UNKNOWN, this.reason));
		}
		else if (value.isObject()) {
			state(purpose, path, value);
		}
		else {
			refuse(path, value, "is not an object");
		}
	}

	private void state(Purpose purpose, List<String> path, JsonNode value) {
		value.properties().forEach((member) -> {
			if (purpose.channel().isPresent() && KEPT_IN_CHANNEL.equals(member.getKey())) {
				MergePatch.put(this.extras, purpose.key() + "." + member.getKey(), member.getValue());
			}
			else if (!STATEMENT.contains(member.getKey())) {
				refuse(Stream.concat(path.stream(), Stream.of(member.getKey())).toList(), member.getValue(),
						"is not known");
			}
		});
		if (STATEMENT.stream().anyMatch(value::has)) {
			String pointer = pointer(purpose);
			Choice choice = this.values.choice(value.path("val"), pointer + "/val");
			Instant time = this.values.time(value.path("time"), pointer + "/time");
			String reason = this.values.text(value.path("reason"), pointer + "/reason", 255);
			if (choice != null) {
				this.statements.add(new Statement(purpose, choice, time, (reason != null) ? reason : this.reason));
			}
		}
	}

}
