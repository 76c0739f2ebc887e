package dev.sayso.contact.inbound;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.validation.Errors;

import dev.sayso.contact.inbound.ProviderKind.Trust;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Slug;
import dev.sayso.shared.page.Choices;

/**
 * A connector as it is typed.
 *
 * @param version the one that was shown
 * @param slug given once
 * @param kind given once
 * @param channel given once
 * @param secret the provider's; left empty it stays as it is
 */
record ConnectorForm(int version,
		@NotBlank(message = "{connector.fault.name}") @Size(max = 200, message = "{connector.fault.name}") String name,
		String slug, String kind, String channel,
		@Size(max = 300, message = "{connector.fault.account}") String account,
		@Size(max = 4000, message = "{connector.fault.public-key}") String publicKey,
		@Size(max = 500, message = "{connector.fault.secret}") String secret) {

	ConnectorForm {
		slug = Slug.typed(slug, name, List.of());
		account = account.strip();
		publicKey = publicKey.strip();
		secret = secret.strip();
	}

	static ConnectorForm of(ProviderKind kind) {
		return new ConnectorForm(-1, "", "", kind.key(), kind.channels().get(0).key(), "", "", "");
	}

	static ConnectorForm of(Connector connector) {
		return new ConnectorForm((connector.version() != null) ? connector.version() : 0, connector.name(),
				connector.slug(), connector.kind(), connector.channel().key(), connector.account(),
				connector.publicKey(), "");
	}

	ConnectorManagement.Content content() {
		return new ConnectorManagement.Content(this.name, this.account, this.publicKey, this.secret);
	}

	/** The channel that was chosen of those the kind has. */
	Channel asChannel(ProviderKind kind) {
		return Choices.read(this.channel, kind.channels().get(0),
				(key) -> Channel.of(key).filter(kind.channels()::contains));
	}

	void check(ProviderKind kind, Errors errors) {
		if (kind.account() && this.account.isEmpty()) {
			errors.rejectValue("account", "connector.fault.account");
		}
		if (kind.trust() == Trust.PUBLIC_KEY && this.publicKey.isEmpty()) {
			errors.rejectValue("publicKey", "connector.fault.public-key");
		}
	}

	void checkNew(ProviderKind kind, Errors errors) {
		check(kind, errors);
		if (Slug.isWrong(this.slug, this.name, List.of())) {
			errors.rejectValue("slug", "connector.fault.slug");
		}
		if (kind.trust() == Trust.PROVIDERS_SECRET && this.secret.isEmpty()) {
			errors.rejectValue("secret", "connector.fault.secret");
		}
	}

}
