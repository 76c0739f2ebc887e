package dev.sayso.offer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.store.JsonColumn;

/**
 * What offers need of the house.
 */
@Configuration(proxyBeanMethods = false)
class OfferConfiguration {

	@Bean
	JsonColumn offerContents() {
		return new JsonColumn(OfferContent.class);
	}

}
