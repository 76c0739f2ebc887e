package dev.sayso.contact.inbound;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.Audited;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Named;

/**
 * A provider's way in: the address it posts to, and how what it posts is known to be its
 * own. Its secret, where it has one, is kept by {@link ConnectorSecrets}.
 *
 * @param slug its key, the last part of the address, given once
 * @param kind the key of the {@link ProviderForm} that reads what comes, given once
 * @param account which account of the provider's may send; empty where that is not asked
 * @param publicKey what proves the provider's signatures; empty where a secret does
 * @param disabledAt since when nothing is taken; null while something is
 * @param endedAt since when nothing will ever be taken again; null while something may be
 */
public record Connector(@Id UUID id, @Version @Nullable Integer version, String slug, String name, String kind,
		Channel channel, String account, String publicKey, @Nullable Instant disabledAt, @Nullable Instant endedAt,
		Instant createdAt, Instant changedAt, String changedBy) implements Audited, Named {

	static final String TYPE = "connector";

	static Connector create(String slug, String kind, Channel channel, String name, String account, String publicKey,
			Instant now, String by) {
		return new Connector(Ids.next(), null, slug, name, kind, channel, account, publicKey, null, null, now, now, by);
	}

	Connector edit(String name, String account, String publicKey, Instant now, String by) {
		return new Connector(this.id, this.version, this.slug, name, this.kind, this.channel, account, publicKey,
				this.disabledAt, this.endedAt, this.createdAt, now, by);
	}

	/** Takes nothing more, or takes it again. */
	Connector disable(boolean disabled, Instant now, String by) {
		return new Connector(this.id, this.version, this.slug, this.name, this.kind, this.channel, this.account,
				this.publicKey, disabled ? now : null, this.endedAt, this.createdAt, now, by);
	}

	/** Takes nothing more, for good. */
	Connector end(Instant now, String by) {
		return new Connector(this.id, this.version, this.slug, this.name, this.kind, this.channel, this.account,
				this.publicKey, (this.disabledAt != null) ? this.disabledAt : now, now, this.createdAt, now, by);
	}

	public boolean isEnded() {
		return this.endedAt != null;
	}

	public boolean isEnabled() {
		return this.disabledAt == null;
	}

	/** Where the provider posts to, below the public address. */
	public String path() {
		return "/inbound/" + this.slug;
	}

	@Override
	public AuditSubject subject() {
		return new AuditSubject(TYPE, this.id.toString(), this.name);
	}

	@Override
	public Map<String, ?> fields() {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("name", this.name);
		fields.put("slug", this.slug);
		fields.put("kind", this.kind);
		fields.put("channel", this.channel.key());
		fields.put("account", this.account);
		fields.put("publicKey", this.publicKey);
		return fields;
	}

}
