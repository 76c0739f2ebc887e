package dev.sayso.contact;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.ProfileTab;
import dev.sayso.shared.page.SettingsSection;

@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

	@Bean
	static RoomBeans contactBeans() {
		return new RoomBeans(new ProfileTab.Plain("contact", "tab.contact", 5),
				new SettingsSection("marketing-actions", "flag", 24),
				AuditSubjectPage.ofSettings(CustomAction.TYPE, "/settings/marketing-actions"),
				ApiAccessRule.usual(ApiScope.CONTACT, "/api/v1/contact-checks"));
	}

}
