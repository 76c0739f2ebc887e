package dev.sayso.decision;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.person.RedactableThing;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.SettingsSection;
import dev.sayso.store.JsonColumn;

@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {

	@Bean
	static RoomBeans decisionBeans() {
		return new RoomBeans(
				new RedactableThing("decision", List.of("name", "description", "draft"), new CatalogueChanged()),
				new JsonColumn(DecisionContent.class), new SettingsSection("decisions", "history", 60));
	}

}
