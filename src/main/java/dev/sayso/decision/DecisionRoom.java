package dev.sayso.decision;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.SettingsSection;
import dev.sayso.shared.StoredAsJson;

/**
 * What decisions need of the house.
 */
@Configuration(proxyBeanMethods = false)
class DecisionRoom {

	@Bean
	StoredAsJson decisionContents() {
		return new StoredAsJson(DecisionContent.class);
	}

	@Bean
	SettingsSection decisionsSection() {
		return new SettingsSection("decisions", "history", 60);
	}

}
