package dev.sayso.contact.receiver;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.Audited;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;

/**
 * A system that holds a copy of what people say, and is told of changes.
 *
 * @param kind the key of a {@link Kind}
 * @param url where it is told; empty for one that fetches
 * @param channels the keys of those it is told of, besides what is about all of them;
 * empty for any
 * @param allowedHours the time it has to obey, unless that is in business days
 * @param country whose business days count; empty where hours do
 * @param tokenId the API token by which it pulls the feed
 * @param state the key of a {@link State}
 */
public record Receiver(@Id UUID id, @Version @Nullable Integer version, String name, String kind, String url,
		String channels, @Nullable Integer allowedHours, @Nullable Integer allowedDays, String country,
		@Nullable UUID tokenId, String state, Instant createdAt, String createdBy) implements Audited {

	static final String TYPE = "receiver";

	/** How a receiver comes to know. */
	enum Kind {

		WEBHOOK, FETCH;

		static Optional<Kind> of(String key) {
			return Arrays.stream(values()).filter((kind) -> kind.key().equals(key)).findFirst();
		}

		String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** Whether a receiver is told. */
	enum State {

		/** It is. */
		ACTIVE,

		/** Not until somebody resumes it. */
		PAUSED,

		/** Not any more, since it failed for days or said that it is gone. */
		DISABLED;

		String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** What of a receiver somebody chooses. */
	record Content(String name, Kind kind, String url, Set<Channel> channels, TimeAllowed time, @Nullable UUID token) {

	}

	static Receiver create(Content content, Instant now, String by) {
		return new Receiver(Ids.next(), null, "", content.kind().key(), "", "", null, null, "", null,
				State.ACTIVE.key(), now, by)
			.edit(content);
	}

	/** What it is told by stays as it was made. */
	Receiver edit(Content content) {
		return new Receiver(this.id, this.version, content.name(), this.kind, isWebhook() ? content.url() : "",
				content.channels().stream().map(Channel::key).collect(Collectors.joining(",")), content.time().hours(),
				content.time().days(), content.time().country(), content.token(), this.state, this.createdAt,
				this.createdBy);
	}

	Receiver with(State changed) {
		return new Receiver(this.id, this.version, this.name, this.kind, this.url, this.channels, this.allowedHours,
				this.allowedDays, this.country, this.tokenId, changed.key(), this.createdAt, this.createdBy);
	}

	public boolean isWebhook() {
		return this.kind.equals(Kind.WEBHOOK.key());
	}

	public boolean isActive() {
		return this.state.equals(State.ACTIVE.key());
	}

	public Set<Channel> channelSet() {
		return Arrays.stream(this.channels.split(","))
			.flatMap((key) -> Channel.of(key).stream())
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
	}

	public TimeAllowed time() {
		return new TimeAllowed(this.allowedHours, this.allowedDays, this.country);
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject(TYPE, this.id.toString(), this.name);
	}

	@Override
	public Map<String, ?> fields() {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("name", this.name);
		fields.put("url", this.url);
		fields.put("channels", this.channels.replace(",", ", "));
		fields.put("hours", (this.allowedHours != null) ? this.allowedHours : "");
		fields.put("days", (this.allowedDays != null) ? this.allowedDays + " " + this.country : "");
		return fields;
	}

}
