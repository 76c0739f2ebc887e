package dev.sayso.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.SearchWords;
import dev.sayso.shared.TimeFormat;

@Component
class AuditMessages {

	/** A change that takes more letters is told only where it differs. */
	private static final int LINE = 1000;

	/** How many letters of its changes an entry of the list tells. */
	private static final int MOST = 2000;

	private final MessageSourceAccessor messages;

	private final AuditLog log;

	private final TimeFormat times;

	private final Map<String, FieldMessages> fields = new HashMap<>();

	AuditMessages(MessageSourceAccessor messages, AuditLog log, TimeFormat times, List<FieldMessages> fields) {
		fields.forEach((field) -> field.types().forEach((type) -> this.fields.put(type, field)));
		this.messages = messages;
		this.log = log;
		this.times = times;
	}

	Map<String, String> types(Set<String> types) {
		Map<String, String> names = new LinkedHashMap<>();
		types.forEach((type) -> names.put(type, type(type)));
		return names;
	}

	Map<String, List<Row>> days(List<AuditEntry> entries) {
		Map<String, List<Row>> days = new LinkedHashMap<>();
		entries.forEach((entry) -> days.computeIfAbsent(this.times.day(entry.at()), (day) -> new ArrayList<>())
			.add(row(entry)));
		return days;
	}

	Row row(AuditEntry entry) {
		String type = entry.subject().type();
		return new Row(entry, action(entry), type(type), name(entry.subject()),
				this.log.href(entry.subject()).orElse(null), actor(entry.actor()),
				entry.changes().stream().map((change) -> field(type, change)).toList(),
				(field, value) -> this.messages.getMessage("audit.told", new Object[] { field, value }));
	}

	/** Whether an entry, as it is shown, has these words. */
	boolean has(AuditEntry entry, SearchWords words) {
		String type = entry.subject().type();
		Stream<String> values = entry.changes()
			.stream()
			.map((change) -> field(type, change))
			.flatMap((change) -> Stream.of(change.field(), change.before(), change.after()))
			.filter(Objects::nonNull);
		return words.areIn(Stream
			.concat(Stream.of(name(entry.subject()), type(type), action(entry), actor(entry.actor())), values));
	}

	private String action(AuditEntry entry) {
		return this.messages.getMessage("audit.action." + entry.action(), entry.action());
	}

	private String type(String type) {
		return this.messages.getMessage("audit.type." + type, type);
	}

	private String name(AuditSubject subject) {
		return subject.type().equals("settings") ? this.messages.getMessage("settings." + subject.id(), subject.name())
				: subject.name();
	}

	private String actor(Actor actor) {
		return switch (actor.kind()) {
			case SUBJECT -> this.messages.getMessage("audit.actor.subject");
			case TOKEN -> this.messages.getMessage("audit.actor.token", new Object[] { actor.name() });
			default -> actor.name();
		};
	}

	private FieldChange field(String type, FieldChange change) {
		FieldMessages fieldMessages = this.fields.get(type);
		if (fieldMessages != null) {
			return fieldMessages.translate(change);
		}
		String key = type + "." + change.field();
		return new FieldChange(
				this.messages.getMessage("audit.field." + key,
						this.messages.getMessage("audit.field." + change.field(), change.field())),
				value(key, change.before()), value(key, change.after()));
	}

	private @Nullable String value(String key, @Nullable String value) {
		return (value != null) ? this.messages.getMessage("audit.value." + key + "." + value, plain(value)) : null;
	}

	private String plain(String value) {
		return switch (value) {
			case "true" -> this.messages.getMessage("yes", value);
			case "false" -> this.messages.getMessage("no", value);
			default -> value;
		};
	}

	/**
	 * An entry ready to show; each change's field is named as people call it.
	 *
	 * @param pair writes a field and its value, as the reader's language does
	 */
	record Row(AuditEntry entry, String action, String type, String name, @Nullable String href, String actor,
			List<FieldChange> changes, BinaryOperator<String> pair) {

		public String title() {
			return (this.type + " " + this.name).strip() + " – " + this.action;
		}

		/** Whether nothing was there before, as where a thing was made. */
		public boolean fresh() {
			return this.changes.stream().allMatch((change) -> change.before() == null);
		}

		/** The changes, a line each, as many as the list tells. */
		public String told() {
			List<String> lines = new ArrayList<>();
			int letters = 0;
			for (FieldChange change : this.changes) {
				String line = line(change);
				lines.add((line.length() <= LINE) ? line : line(change.brief()));
				letters += lines.get(lines.size() - 1).length();
				if (letters > MOST) {
					break;
				}
			}
			return String.join("\n", lines);
		}

		private String line(FieldChange change) {
			String before = (change.before() != null) ? change.before() + " → " : "";
			return this.pair.apply(change.field(), before + ((change.after() != null) ? change.after() : "–"))
				.replaceAll("\\s+", " ");
		}

	}

}
