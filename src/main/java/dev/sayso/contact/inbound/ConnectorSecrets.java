package dev.sayso.contact.inbound;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.sayso.shared.SealedKeys;

/**
 * The secrets that connectors share with their providers, kept sealed.
 */
@Component
class ConnectorSecrets {

	/** How Standard Webhooks writes a secret: this, and 24 to 64 bytes in base64. */
	static final String PREFIX = "whsec_";

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String PURPOSE = "connector.";

	/**
	 * Nobody's: what is checked where there is no connector, so that it takes as long.
	 */
	private static final String DECOY = "none";

	private final SealedKeys sealed;

	private final Connectors connectors;

	ConnectorSecrets(SealedKeys sealed, Connectors connectors) {
		this.sealed = sealed;
		this.connectors = connectors;
	}

	static String make() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return PREFIX + Base64.getEncoder().encodeToString(bytes);
	}

	/** Of a connector whose provider has no secret, one that nobody knows. */
	String read(Connector connector) {
		return this.sealed.read(purpose(connector.id()), ConnectorSecrets::make);
	}

	String decoy() {
		return this.sealed.read(PURPOSE + DECOY, ConnectorSecrets::make);
	}

	void set(UUID connector, String secret) {
		this.sealed.read(purpose(connector), () -> secret);
		this.sealed.replace(purpose(connector), secret);
	}

	void forget(UUID connector) {
		this.sealed.forget(purpose(connector));
	}

	/** Seals all anew where another of the deployment's secrets became the first. */
	@EventListener(ApplicationStartedEvent.class)
	void renewSeals() {
		this.connectors.findAllByOrderByName()
			.stream()
			.filter((connector) -> !connector.isEnded())
			.forEach((connector) -> this.sealed.open(purpose(connector.id()), ConnectorSecrets::make));
	}

	private static String purpose(UUID connector) {
		return PURPOSE + connector;
	}

}
