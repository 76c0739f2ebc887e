package dev.sayso.offer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.store.JsonColumn;

/**
 * Registers the JSON column of offers.
 */
@Configuration(proxyBeanMethods = false)
class OfferConfiguration {

	@Bean
	JsonColumn offerContents() {
		return new JsonColumn(OfferContent.class);
	}

}
