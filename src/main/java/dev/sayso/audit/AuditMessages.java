package dev.sayso.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.TimeFormat;

@Component
class AuditMessages {

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
		types.forEach((type) -> names.put(type, this.messages.getMessage("audit.type." + type, type)));
		return names;
	}

	Map<String, List<Row>> days(List<AuditEntry> entries) {
		Map<String, List<Row>> days = new LinkedHashMap<>();
		entries.forEach((entry) -> days.computeIfAbsent(this.times.day(entry.at()), (day) -> new ArrayList<>())
			.add(row(entry)));
		return days;
	}

	private Row row(AuditEntry entry) {
		String type = entry.subject().type();
		String name = type.equals("settings")
				? this.messages.getMessage("settings." + entry.subject().id(), entry.subject().name())
				: entry.subject().name();
		return new Row(entry.at(), this.messages.getMessage("audit.action." + entry.action(), entry.action()),
				this.messages.getMessage("audit.type." + type, type), name, this.log.href(entry.subject()).orElse(null),
				actor(entry.actor()), entry.actor().kind(),
				entry.changes().stream().map((change) -> field(type, change)).toList());
	}

	private String actor(Actor actor) {
		return (actor.kind() == Actor.Kind.SUBJECT) ? this.messages.getMessage("audit.actor.subject", "")
				: actor.name();
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

	/** An entry ready to show; each change's field is named as people call it. */
	record Row(Instant at, String action, String type, String name, @Nullable String href, String actor,
			Actor.Kind kind, List<FieldChange> changes) {

		public String icon() {
			return switch (this.kind) {
				case ACCOUNT -> "user";
				case TOKEN -> "plug";
				case SUBJECT -> "users";
				case SYSTEM -> "server-cog";
			};
		}

	}

}
