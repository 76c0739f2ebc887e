package dev.sayso.contact.inbound;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;

/**
 * Connectors of tests, each with its key for a name.
 */
@Component
public class ConnectorSamples {

	private final ConnectorManagement management;

	private final ProviderForms forms;

	ConnectorSamples(ConnectorManagement management, ProviderForms forms) {
		this.management = management;
		this.forms = forms;
	}

	/**
	 * @param account, publicKey, secret empty where its kind has none
	 */
	public Connector create(String slug, String kind, String account, String publicKey, String secret) {
		ProviderKind known = this.forms.find(kind).orElseThrow().kind();
		return this.management.create(slug, known, known.channels().get(0),
				new ConnectorManagement.Content(slug, account, publicKey, secret), Actor.system());
	}

}
