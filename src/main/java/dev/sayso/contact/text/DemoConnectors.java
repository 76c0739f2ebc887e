package dev.sayso.contact.text;

import java.time.Clock;
import java.time.Duration;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.ConnectorManagement;
import dev.sayso.person.ProfileLookup;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.DemoContent;

/**
 * The demo's gateway for texts, with a secret that everybody may know, and two texts.
 */
@Component
@Order(85)
class DemoConnectors implements DemoContent {

	static final String SLUG = "demo-sms";

	static final String SECRET = "whsec_c2F5c28tZGVtby1pbmJvdW5kLXNlY3JldC0wMDAx";

	private final ConnectorManagement management;

	private final GenericSmsForm form;

	private final TakeText texts;

	private final ProfileLookup people;

	private final Clock clock;

	DemoConnectors(ConnectorManagement management, GenericSmsForm form, TakeText texts, ProfileLookup people,
			Clock clock) {
		this.texts = texts;
		this.people = people;
		this.clock = clock;
		this.management = management;
		this.form = form;
	}

	@Override
	public String name() {
		return "connectors";
	}

	@Override
	public void lay() {
		Connector connector = this.management.create(SLUG, this.form.kind(), Channel.SMS,
				new ConnectorManagement.Content("Demo SMS", "", "", SECRET), Actor.system());
		receive(connector, "demo-460", "Could you stop writing on Sundays? Weekdays are fine.", 19);
		receive(connector, "demo-466", "Merci, je passerai samedi.", 3);
	}

	/** Texts that change nothing, of which somebody should read the first. */
	private void receive(Connector connector, String demo, String text, int hoursAgo) {
		this.people.candidates("externalId:" + demo).forEach((person) -> {
			String mobile = person.addresses().get(Channel.SMS);
			if (mobile != null) {
				this.texts.take(connector, new InboundText("demo-" + hoursAgo, Channel.SMS, mobile, text, text,
						this.clock.instant().minus(Duration.ofHours(hoursAgo)), null));
			}
		});
	}

}
