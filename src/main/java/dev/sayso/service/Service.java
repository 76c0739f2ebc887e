package dev.sayso.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

import dev.sayso.audit.Archivable;
import dev.sayso.audit.AuditSubject;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Named;

/**
 * A newsletter or another thing that people subscribe to.
 *
 * @param version counts saves, so that a stale one is seen
 * @param slug its key in URLs, in the API, in files and in the ledger, given once
 * @param name as the console calls it, and people in whose language it has no other
 * @param channel by which it comes, given once
 * @param closed whether nobody new may subscribe
 * @param archivedAt null while it is in use
 */
public record Service(@Id UUID id, @Version @Nullable Integer version, String slug, String name, String description,
		Channel channel, boolean closed,
		@Embedded(onEmpty = OnEmpty.USE_EMPTY, prefix = "validity_") ServiceValidity validity, ServiceWords words,
		@Nullable Instant archivedAt, Instant createdAt, Instant changedAt,
		String changedBy) implements Archivable<Service>, Named {

	/** What the ledger calls it: what its purposes begin with. */
	static final String PURPOSE = "service.";

	static final String TYPE = "service";

	static Service create(String slug, Channel channel, ServiceContent content, Instant now, String by) {
		return new Service(Ids.next(), null, slug, content.name(), content.description(), channel, content.closed(),
				content.validity(), content.words(), null, now, now, by);
	}

	Service edit(ServiceContent content, Instant now, String by) {
		return new Service(this.id, this.version, this.slug, content.name(), content.description(), this.channel,
				content.closed(), content.validity(), content.words(), this.archivedAt, this.createdAt, now, by);
	}

	/** Archives it, or restores it; who is subscribed stays so. */
	@Override
	public Service archive(boolean away, Instant now, String by) {
		return new Service(this.id, this.version, this.slug, this.name, this.description, this.channel, this.closed,
				this.validity, this.words, away ? now : null, this.createdAt, now, by);
	}

	/** What the ledger calls what is said about it. */
	public String purpose() {
		return PURPOSE + this.slug;
	}

	public ServiceState state() {
		return isArchived() ? ServiceState.ARCHIVED : this.closed ? ServiceState.CLOSED : ServiceState.OPEN;
	}

	/** Whether somebody new may subscribe. */
	public boolean takes(LocalDate today) {
		return state() == ServiceState.OPEN && this.validity.time(today) == ServiceValidity.Time.NOW;
	}

	/** Its name as people read it in a language. */
	public String name(String language) {
		String own = this.words.text(language).name();
		return own.isEmpty() ? this.name : own;
	}

	/** Its description as people read it in a language. */
	public String description(String language) {
		String own = this.words.text(language).description();
		return own.isEmpty() ? this.description : own;
	}

	/** Whether one subscribes on a page by confirming it through a mail. */
	public boolean isConfirmed() {
		return this.words.confirmation() != ServiceWords.Confirmation.NONE;
	}

	/** What it says of itself in that mail; the English text stands in for others. */
	public String confirmation(String language) {
		if (this.words.confirmation() != ServiceWords.Confirmation.OWN) {
			return "";
		}
		String own = this.words.text(language).confirmation();
		return own.isEmpty() ? this.words.text("en").confirmation() : own;
	}

	public Optional<Frequency> frequency(@Nullable String key) {
		return this.words.frequencies().stream().filter((frequency) -> frequency.key().equals(key)).findFirst();
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject(TYPE, this.id.toString(), this.name);
	}

	@Override
	public Map<String, ?> fields() {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("name", this.name);
		fields.put("description", this.description);
		fields.put("channel", this.channel.key());
		fields.put("closed", this.closed ? "true" : "");
		fields.put("validity", this.validity.kind().key());
		put(fields, "from", this.validity.from());
		put(fields, "to", this.validity.to());
		if (this.validity.amount() != null && this.validity.unit() != null) {
			fields.put("duration", this.validity.amount() + " " + this.validity.unit().key());
		}
		new TreeMap<>(this.words.texts()).forEach((language, text) -> {
			fields.put("name." + language, text.name());
			fields.put("description." + language, text.description());
			if (!text.confirmation().isEmpty()) {
				fields.put("confirmation." + language, text.confirmation());
			}
		});
		fields.put("confirmation", isConfirmed() ? this.words.confirmation().key() : "");
		fields.put("frequencies",
				this.words.frequencies()
					.stream()
					.map((frequency) -> frequency.name() + (frequency.names().isEmpty() ? ""
							: " (" + new TreeMap<>(frequency.names()).entrySet()
								.stream()
								.map((name) -> name.getKey() + ": " + name.getValue())
								.collect(Collectors.joining(", ")) + ")"))
					.collect(Collectors.joining("; ")));
		return fields;
	}

	private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
		if (value != null) {
			fields.put(name, value);
		}
	}

}
