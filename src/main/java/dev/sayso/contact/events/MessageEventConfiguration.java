package dev.sayso.contact.events;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.SavableList;
import dev.sayso.shared.page.SettingsSection;
import dev.sayso.store.JsonColumn;

@Configuration(proxyBeanMethods = false)
class MessageEventConfiguration {

	@Bean
	static RoomBeans messageEventBeans() {
		return new RoomBeans(new JsonColumn(MappedWords.class), new SettingsSection("bounces", "mail-off", 26),
				NavigationItem.of("consent", "message-events", "arrow-back-up", 248),
				SavableList.of("message-events", "kind", "effect", "channel", "sender"),
				ApiAccessRule.usual(ApiScope.CONTACT, "/api/v1/message-events"));
	}

}
