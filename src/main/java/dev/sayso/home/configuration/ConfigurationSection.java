package dev.sayso.home.configuration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.SettingsSection;

@Configuration(proxyBeanMethods = false)
class ConfigurationSection {

	@Bean
	static RoomBeans configurationBeans() {
		return new RoomBeans(new SettingsSection("configuration", "file-text", 95),
				ApiAccessRule.usual(ApiScope.CONFIGURATION, "/api/v1/configuration"));
	}

}
