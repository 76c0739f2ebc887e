package dev.sayso.contact.inbound;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.SettingsSection;

@Configuration(proxyBeanMethods = false)
class InboundConfiguration {

	@Bean
	static RoomBeans inboundBeans() {
		return new RoomBeans(new SettingsSection("connectors", "plug", 64),
				AuditSubjectPage.ofSettings(Connector.TYPE, "/settings/connectors/{id}"));
	}

}
