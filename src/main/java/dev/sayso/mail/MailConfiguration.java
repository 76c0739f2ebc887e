package dev.sayso.mail;

import java.util.Set;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.account.Role;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

	@Bean
	static RoomBeans mailBeans() {
		return new RoomBeans(NavigationItem.of(null, "mails", "mail", 415),
				AccessRule.special(Set.of(Role.ADMIN), "/mails/test"),
				AccessRule.writing(AccessRule.OPERATORS, "/mails/**"));
	}

}
