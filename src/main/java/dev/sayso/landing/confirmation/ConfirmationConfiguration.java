package dev.sayso.landing.confirmation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.ProfilePageAction;

@Configuration(proxyBeanMethods = false)
class ConfirmationConfiguration {

	@Bean
	static RoomBeans confirmationBeans() {
		return new RoomBeans(NavigationItem.of("consent", "confirmations", "clock", 225),
				new ProfilePageAction("links", "links.action", "link", 10, true),
				AccessRule.writing(AccessRule.OPERATORS, "/confirmations/**"));
	}

}
