package dev.sayso.home;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.Destination;

/**
 * What the home room adds to the console.
 */
@Configuration(proxyBeanMethods = false)
class HomeRoom {

	@Bean
	Destination dashboard() {
		return Destination.of(null, "dashboard", "layout-dashboard", 0);
	}

}
