package dev.sayso.consent.suppression;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.SavableList;

@Configuration(proxyBeanMethods = false)
class SuppressionConfiguration {

	@Bean
	static RoomBeans suppressionBeans() {
		return new RoomBeans(NavigationItem.of("consent", "suppressions", "mail-off", 240),
				SavableList.of("suppressions", "reason", "channel", "state"),
				new PageFrame.Creation("suppression", "/suppressions/new", "mail-off", Set.of("OPERATOR", "ADMIN")),
				AccessRule.special(AccessRule.OPERATORS, "/suppressions/new"),
				AccessRule.writing(AccessRule.OPERATORS, "/suppressions", "/suppressions/**"),
				ApiAccessRule.usual(ApiScope.SUPPRESSIONS, "/api/v1/suppressions", "/api/v1/suppressions/**"));
	}

}
