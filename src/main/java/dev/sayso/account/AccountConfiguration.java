package dev.sayso.account;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.SettingsSection;

@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

	@Bean
	static RoomBeans accountBeans() {
		return new RoomBeans(NavigationItem.of(null, "settings", "settings", 420, "ADMIN", "AUDITOR"),
				new SettingsSection("general", "adjustments", 10), new SettingsSection("accounts", "users", 80),
				new SettingsSection("api-tokens", "key", 90),
				AuditSubjectPage.ofSettings("account", "/settings/accounts/{id}"),
				AuditSubjectPage.ofSettings("api-token", "/settings/api-tokens"),
				AuditSubjectPage.ofSettings("settings", "/settings/{id}"), AuditSubjectPage.of(SavedView.TYPE, ""),
				AccessRule.special(AccessRule.EVERYBODY, "/account", "/account/**", "/logout"),
				AccessRule.reading(Set.of(Role.ADMIN, Role.AUDITOR), "/settings", "/settings/**"),
				AccessRule.writing(Set.of(Role.ADMIN), "/settings", "/settings/**"));
	}

}
