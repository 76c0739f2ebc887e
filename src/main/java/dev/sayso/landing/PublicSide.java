package dev.sayso.landing;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.Destination;
import dev.sayso.shared.ProfileAction;

/**
 * Where what comes back from public pages shows in the console.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VisitorRules.class)
class PublicSide {

	@Bean
	Destination confirmationsDestination() {
		return Destination.of("consent", "confirmations", "clock", 220);
	}

	@Bean
	ProfileAction personalLinks() {
		return new ProfileAction("links", "links.action", "link", 10, true);
	}

}
