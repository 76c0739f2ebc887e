package dev.sayso.offer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.RoomBeans;
import dev.sayso.store.JsonColumn;

/**
 * Registers the JSON column of offers.
 */
@Configuration(proxyBeanMethods = false)
class OfferConfiguration {

	@Bean
	static RoomBeans offerBeans() {
		return new RoomBeans(new JsonColumn(OfferContent.class));
	}

}
