package dev.sayso.contact.feed;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.shared.RoomBeans;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

	@Bean
	static RoomBeans feedBeans() {
		return new RoomBeans(ApiAccessRule.usual(ApiScope.RECEIVERS, "/api/v1/changes"));
	}

}
