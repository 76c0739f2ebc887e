package dev.sayso.contact.events;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.shared.RoomBeans;

@Configuration(proxyBeanMethods = false)
class MessageEventConfiguration {

	@Bean
	static RoomBeans messageEventBeans() {
		return new RoomBeans(ApiAccessRule.usual(ApiScope.CONTACT, "/api/v1/message-events"));
	}

}
