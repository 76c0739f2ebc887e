package dev.sayso.contact.inbound;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.shared.RoomBeans;

@Configuration(proxyBeanMethods = false)
class InboundConfiguration {

	@Bean
	static RoomBeans inboundBeans() {
		return new RoomBeans(AuditSubjectPage.ofSettings(Connector.TYPE, "/settings/connectors/{id}"),
				AccessRule.writing(AccessRule.OPERATORS, "/inbound/**"));
	}

}
