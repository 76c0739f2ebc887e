package dev.sayso.consent;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.SettingsSection;

@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

	@Bean
	static RoomBeans consentBeans() {
		return new RoomBeans(new SettingsSection("channels", "send", 20), new SettingsSection("tracking", "eye", 22));
	}

}
