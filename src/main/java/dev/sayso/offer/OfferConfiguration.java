package dev.sayso.offer;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.person.RedactableThing;
import dev.sayso.shared.RoomBeans;
import dev.sayso.store.JsonColumn;

@Configuration(proxyBeanMethods = false)
class OfferConfiguration {

	@Bean
	static RoomBeans offerBeans() {
		return new RoomBeans(
				new RedactableThing("offer", List.of("name", "description", "draft"), new CatalogueChanged()),
				new JsonColumn(OfferContent.class));
	}

}
