package dev.sayso.decision;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.SettingsSection;
import dev.sayso.store.JsonColumn;

/**
 * What decisions need of the house.
 */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

	@Bean
	static RoomBeans decisionBeans() {
		return new RoomBeans(new JsonColumn(DecisionContent.class), new SettingsSection("decisions", "history", 60));
	}

}
