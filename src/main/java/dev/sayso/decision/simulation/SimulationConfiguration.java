package dev.sayso.decision.simulation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.ProfileTab;
import dev.sayso.store.JsonColumn;

@Configuration(proxyBeanMethods = false)
class SimulationConfiguration {

	@Bean
	static RoomBeans simulationBeans() {
		return new RoomBeans(new ProfileTab.Plain("decisions", "decision.tab", 30),
				new JsonColumn(TestProfileContent.class),
				AccessRule.special(AccessRule.MARKETERS, "/decisions/*/made-up-people/**"));
	}

}
