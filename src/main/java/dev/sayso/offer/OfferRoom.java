package dev.sayso.offer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.StoredAsJson;

/**
 * What offers need of the house.
 */
@Configuration(proxyBeanMethods = false)
class OfferRoom {

	@Bean
	StoredAsJson offerContents() {
		return new StoredAsJson(OfferContent.class);
	}

}
