package dev.sayso.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.audit.SubjectPage;
import dev.sayso.shared.Destination;
import dev.sayso.shared.SettingsSection;

/**
 * Where this room shows: Settings, and its sections in them.
 */
@Configuration(proxyBeanMethods = false)
class AccountRoom {

	@Bean
	Destination settingsDestination() {
		return Destination.of(null, "settings", "settings", 420, "ADMIN", "AUDITOR");
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
	SubjectPage accountPage() {
		return SubjectPage.ofSettings("account", "/settings/accounts/{id}");
	}

	@Bean
	SubjectPage tokenPage() {
		return SubjectPage.ofSettings("api-token", "/settings/api-tokens");
	}

	@Bean
	SubjectPage settingsPage() {
		return SubjectPage.ofSettings("settings", "/settings/{id}");
	}

}
