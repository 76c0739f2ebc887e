package dev.sayso.decision;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.page.SettingsSection;
import dev.sayso.store.JsonColumn;

/**
 * What decisions need of the house.
 */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

	@Bean
	JsonColumn decisionContents() {
		return new JsonColumn(DecisionContent.class);
	}

	@Bean
	SettingsSection decisionsSection() {
		return new SettingsSection("decisions", "history", 60);
	}

}
