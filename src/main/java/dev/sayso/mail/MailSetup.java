package dev.sayso.mail;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Organisation;
import dev.sayso.shared.PublicAddress;
import dev.sayso.shared.Settings;
import dev.sayso.store.Deployment;

/**
 * Whether mails can be sent, and from whom. The demo keeps its own to be read in the
 * console, unless it is given a server. Elsewhere the public address has to be named: in
 * a mail, that of a request would be one that a stranger chose.
 */
@Component
public class MailSetup {

	private final MailProperties properties;

	private final Settings settings;

	private final PublicAddress address;

	private final Deployment deployment;

	MailSetup(MailProperties properties, Settings settings, PublicAddress address, Deployment deployment) {
		this.properties = properties;
		this.settings = settings;
		this.address = address;
		this.deployment = deployment;
	}

	/** Whether a mail may be promised. */
	public boolean canSend() {
		return fault().isEmpty();
	}

	/** Message key of what is missing to send mails; empty where nothing is. */
	public Optional<String> fault() {
		if (keeps()) {
			return Optional.empty();
		}
		if (!this.properties.isNamed()) {
			return Optional.of("mail.missing.server");
		}
		if (sender().isBlank()) {
			return Optional.of("mail.missing.from");
		}
		return (this.address.isNamed() || this.deployment.isDemo()) ? Optional.empty()
				: Optional.of("mail.missing.address");
	}

	/** Whether mails are kept to be read instead of sent. */
	boolean keeps() {
		return this.deployment.isDemo() && !this.properties.isNamed();
	}

	MailProperties properties() {
		return this.properties;
	}

	String sender() {
		return this.properties.from().isBlank() ? organisation().email() : this.properties.from();
	}

	Organisation organisation() {
		return Organisation.of(this.settings);
	}

}
