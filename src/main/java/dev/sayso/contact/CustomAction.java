package dev.sayso.contact;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.Archivable;
import dev.sayso.audit.AuditSubject;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Named;

/**
 * A marketing action of a deployment's own.
 *
 * @param version counts saves, so that a stale one is seen
 * @param slug its key in the API and in policies, given once
 * @param channel the key of the only one it is for, given once; null for any
 * @param archivedAt since when it is not offered any more; null while it is
 */
public record CustomAction(@Id UUID id, @Version @Nullable Integer version, String slug, String name,
		@Nullable String channel, @Nullable Instant archivedAt, Instant createdAt, Instant changedAt,
		String changedBy) implements Archivable<CustomAction>, Named {

	static final String TYPE = "marketing-action";

	static CustomAction create(String slug, String name, @Nullable Channel channel, Instant now, String by) {
		return new CustomAction(Ids.next(), null, slug, name, (channel != null) ? channel.key() : null, null, now, now,
				by);
	}

	CustomAction rename(String renamed, Instant now, String by) {
		return new CustomAction(this.id, this.version, this.slug, renamed, this.channel, this.archivedAt,
				this.createdAt, now, by);
	}

	@Override
	public CustomAction archive(boolean away, Instant now, String by) {
		return new CustomAction(this.id, this.version, this.slug, this.name, this.channel, away ? now : null,
				this.createdAt, now, by);
	}

	MarketingAction action() {
		return new MarketingAction(this.slug, (this.channel != null) ? Channel.of(this.channel).orElseThrow() : null);
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject(TYPE, this.id.toString(), this.name);
	}

	@Override
	public Map<String, ?> fields() {
		return Map.of("name", this.name, "channel", (this.channel != null) ? this.channel : "");
	}

}
