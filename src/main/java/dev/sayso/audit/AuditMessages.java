package dev.sayso.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.TimeFormat;

@Component
class AuditMessages {

	private final MessageSource messages;

	private final AuditLog log;

	private final TimeFormat times;

	private final Map<String, FieldMessages> fields;

	AuditMessages(MessageSource messages, AuditLog log, TimeFormat times, List<FieldMessages> fields) {
		this.fields = fields.stream().collect(Collectors.toMap(FieldMessages::type, (field) -> field));
		this.messages = messages;
		this.log = log;
		this.times = times;
	}

	Map<String, String> types(Set<String> types, Locale locale) {
		Map<String, String> names = new LinkedHashMap<>();
		types.forEach((type) -> names.put(type, message("audit.type." + type, type, locale)));
		return names;
	}

	Map<String, List<Row>> days(List<AuditEntry> entries, Locale locale) {
		Map<String, List<Row>> days = new LinkedHashMap<>();
		entries.forEach((entry) -> days.computeIfAbsent(this.times.day(entry.at()), (day) -> new ArrayList<>())
			.add(row(entry, locale)));
		return days;
	}

	private Row row(AuditEntry entry, Locale locale) {
		String type = entry.subject().type();
		String name = type.equals("settings")
				? message("settings." + entry.subject().id(), entry.subject().name(), locale) : entry.subject().name();
		return new Row(entry.at(), message("audit.action." + entry.action(), entry.action(), locale),
				message("audit.type." + type, type, locale), name, this.log.href(entry.subject()).orElse(null),
				actor(entry.actor(), locale), entry.actor().kind(),
				entry.changes().stream().map((change) -> field(type, change, locale)).toList());
	}

	private String actor(Actor actor, Locale locale) {
		return (actor.kind() == Actor.Kind.SUBJECT) ? message("audit.actor.subject", "", locale) : actor.name();
	}

	private FieldChange field(String type, FieldChange change, Locale locale) {
		FieldMessages fieldMessages = this.fields.get(type);
		if (fieldMessages != null) {
			return fieldMessages.translate(change);
		}
		String key = type + "." + change.field();
		return new FieldChange(
				message("audit.field." + key, message("audit.field." + change.field(), change.field(), locale), locale),
				value(key, change.before(), locale), value(key, change.after(), locale));
	}

	private @Nullable String value(String key, @Nullable String value, Locale locale) {
		return (value != null) ? message("audit.value." + key + "." + value, plain(value, locale), locale) : null;
	}

	private String plain(String value, Locale locale) {
		return switch (value) {
			case "true" -> message("yes", value, locale);
			case "false" -> message("no", value, locale);
			default -> value;
		};
	}

	private String message(String key, String otherwise, Locale locale) {
		String message = this.messages.getMessage(key, null, otherwise, locale);
		return (message != null) ? message : otherwise;
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
