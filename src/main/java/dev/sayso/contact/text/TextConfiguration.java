package dev.sayso.contact.text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.SettingsSection;

@Configuration(proxyBeanMethods = false)
class TextConfiguration {

	@Bean
	static RoomBeans textBeans() {
		return new RoomBeans(NavigationItem.of("consent", "inbound", "message", 245),
				new SettingsSection("text-words", "message", 65),
				AccessRule.writing(AccessRule.OPERATORS, "/inbound/**"));
	}

}
