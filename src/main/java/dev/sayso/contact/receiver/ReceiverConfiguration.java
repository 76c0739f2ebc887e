package dev.sayso.contact.receiver;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.account.Role;
import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.SettingsSection;

@Configuration(proxyBeanMethods = false)
class ReceiverConfiguration {

	private static final Set<Role> ADMIN = Set.of(Role.ADMIN);

	@Bean
	static RoomBeans receiverBeans() {
		return new RoomBeans(NavigationItem.of("consent", "receivers", "broadcast", 250),
				new PageFrame.Creation("receiver", "/receivers/new", "broadcast", Set.of("ADMIN")),
				new SettingsSection("webhooks", "broadcast", 54), AuditSubjectPage.of(Receiver.TYPE, "/receivers/{id}"),
				AccessRule.special(ADMIN, "/receivers/new", "/receivers/*/edit", "/receivers/*/removal"),
				AccessRule.special(AccessRule.OPERATORS, "/receivers/*/acknowledgements", "/receivers/*/files",
						"/receivers/*/ticks"),
				AccessRule.writing(ADMIN, "/receivers", "/receivers/**", "/settings/webhooks"),
				ApiAccessRule.usual(ApiScope.RECEIVERS, "/api/v1/webhooks", "/api/v1/webhooks/**"));
	}

}
