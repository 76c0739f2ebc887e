package dev.sayso.consent;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

import dev.sayso.shared.page.SettingsSection;

/**
 * Places the settings of channels in the console, and lets opt-ins that nobody confirms
 * end by the clock.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ConsentConfiguration {

	@Bean
	SettingsSection channelsSection() {
		return new SettingsSection("channels", "adjustments", 20);
	}

}
