package dev.sayso.contact.inbound;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

@Component
public class ConnectorManagement {

	private final Connectors connectors;

	private final ConnectorSecrets secrets;

	private final ReceivedMessageRows rows;

	private final AuditedChanges changes;

	private final Clock clock;

	ConnectorManagement(Connectors connectors, ConnectorSecrets secrets, ReceivedMessageRows rows,
			AuditedChanges changes, Clock clock) {
		this.connectors = connectors;
		this.secrets = secrets;
		this.rows = rows;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * What one names of a connector.
	 *
	 * @param secret the provider's; empty where there is none, or it stays as it is
	 */
	public record Content(String name, String account, String publicKey, String secret) {

	}

	@Transactional
	public Connector create(String slug, ProviderKind kind, Channel channel, Content content, Actor by) {
		Connector connector = this.changes.create(this.connectors, Connector.create(slug, kind.key(), channel,
				content.name(), content.account(), content.publicKey(), this.clock.instant(), by.name()), by);
		this.secrets.set(connector.id(), content.secret().isEmpty() ? ConnectorSecrets.make() : content.secret());
		return connector;
	}

	@Transactional
	public Connector edit(UUID id, int seen, Content content, Actor by) {
		Connector edited = this.changes.edit(this.connectors, id, seen, (connector) -> connector.edit(content.name(),
				content.account(), content.publicKey(), this.clock.instant(), by.name()), by);
		if (!content.secret().isEmpty()) {
			this.secrets.set(id, content.secret());
			this.changes.record(edited, "renewed", List.of(), by);
		}
		return edited;
	}

	/**
	 * Makes another secret; what is signed with the one before is refused from now on.
	 */
	@Transactional
	public String renew(Connector connector, Actor by) {
		String secret = ConnectorSecrets.make();
		this.secrets.set(connector.id(), secret);
		this.changes.record(connector, "renewed", List.of(), by);
		return secret;
	}

	/**
	 * Whether something is kept that it brought, so that it can be ended and not deleted.
	 */
	boolean isKept(Connector connector) {
		return this.rows.isAnyOf(connector.id());
	}

	/**
	 * Deletes a connector, or ends it where something is kept that it brought. Its secret
	 * is gone either way.
	 * @return whether it is deleted
	 */
	@Transactional
	public boolean remove(Connector connector, Actor by) {
		this.secrets.forget(connector.id());
		if (!isKept(connector)) {
			this.changes.delete(this.connectors, connector, by);
			return true;
		}
		if (!connector.isEnded()) {
			this.changes.save(this.connectors, connector.end(this.clock.instant(), by.name()), "ended", List.of(), by);
		}
		return false;
	}

	@Transactional
	public void disable(Connector connector, boolean disabled, Actor by) {
		if (connector.isEnabled() == disabled && !connector.isEnded()) {
			this.changes.save(this.connectors, connector.disable(disabled, this.clock.instant(), by.name()),
					disabled ? "switched-off" : "switched-on", List.of(), by);
		}
	}

}
