package dev.sayso.decision;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.StoredAsJson;

/**
 * What simulation needs of the house.
 */
@Configuration(proxyBeanMethods = false)
class SimulationConfiguration {

	@Bean
	StoredAsJson madeUpContents() {
		return new StoredAsJson(MadeUp.class);
	}

}
