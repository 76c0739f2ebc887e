package dev.sayso.home;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;

@Configuration(proxyBeanMethods = false)
class HomeConfiguration {

	@Bean
	static RoomBeans homeBeans() {
		return new RoomBeans(NavigationItem.of(null, "dashboard", "layout-dashboard", 0));
	}

}
