package dev.sayso.contact.inbound;

import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.account.Role;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.person.RedactableThing;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.SettingsSection;

@Configuration(proxyBeanMethods = false)
class InboundConfiguration {

	@Bean
	static RoomBeans inboundBeans() {
		return new RoomBeans(new SettingsSection("connectors", "plug", 64),
				AuditSubjectPage.ofSettings(Connector.TYPE, "/settings/connectors/{id}"),
				new RedactableThing("received_message", List.of("content", "sender"), false, null),
				AccessRule.special(Set.of(Role.ADMIN), "/settings/connectors/new", "/settings/connectors/*/secrets/**",
						"/settings/connectors/*/removal"));
	}

}
