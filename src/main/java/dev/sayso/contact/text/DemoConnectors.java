package dev.sayso.contact.text;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.contact.inbound.ConnectorManagement;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.DemoContent;

/**
 * The demo's gateway for texts, with a secret that everybody may know.
 */
@Component
@Order(85)
class DemoConnectors implements DemoContent {

	static final String SLUG = "demo-sms";

	static final String SECRET = "whsec_c2F5c28tZGVtby1pbmJvdW5kLXNlY3JldC0wMDAx";

	private final ConnectorManagement management;

	private final GenericSmsForm form;

	DemoConnectors(ConnectorManagement management, GenericSmsForm form) {
		this.management = management;
		this.form = form;
	}

	@Override
	public String name() {
		return "connectors";
	}

	@Override
	public void lay() {
		this.management.create(SLUG, this.form.kind(), Channel.SMS,
				new ConnectorManagement.Content("Demo SMS", "", "", SECRET), Actor.system());
	}

}
