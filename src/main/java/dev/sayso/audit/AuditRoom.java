package dev.sayso.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.Destination;

/**
 * Where this room shows.
 */
@Configuration(proxyBeanMethods = false)
class AuditRoom {

	@Bean
	Destination activityDestination() {
		return Destination.of(null, "activity", "activity", 410);
	}

}
