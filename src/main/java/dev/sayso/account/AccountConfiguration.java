package dev.sayso.account;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.SettingsSection;

/**
 * Where this room shows: Settings, and its sections in them.
 */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

	@Bean
	NavigationItem settingsNavigationItem() {
		return NavigationItem.of(null, "settings", "settings", 420, "ADMIN", "AUDITOR");
	}

	@Bean
	SettingsSection generalSettings() {
		return new SettingsSection("general", "adjustments", 10);
	}

	@Bean
	SettingsSection accountSettings() {
		return new SettingsSection("accounts", "users", 80);
	}

	@Bean
	SettingsSection tokenSettings() {
		return new SettingsSection("api-tokens", "key", 90);
	}

	@Bean
	AuditSubjectPage accountPage() {
		return AuditSubjectPage.ofSettings("account", "/settings/accounts/{id}");
	}

	@Bean
	AuditSubjectPage tokenPage() {
		return AuditSubjectPage.ofSettings("api-token", "/settings/api-tokens");
	}

	@Bean
	AuditSubjectPage settingsPage() {
		return AuditSubjectPage.ofSettings("settings", "/settings/{id}");
	}

	@Bean
	AccessRule ownAccountAccess() {
		return AccessRule.special(AccessRule.EVERYBODY, "/account", "/account/**", "/logout");
	}

	@Bean
	AccessRule settingsReading() {
		return AccessRule.reading(Set.of(Role.ADMIN, Role.AUDITOR), "/settings", "/settings/**");
	}

	@Bean
	AccessRule settingsWriting() {
		return AccessRule.writing(Set.of(Role.ADMIN), "/settings", "/settings/**");
	}

}
