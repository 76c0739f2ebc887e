package dev.sayso.audience;

import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import dev.sayso.account.AccessRule;
import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.person.RedactableThing;
import dev.sayso.shared.NameSearch;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.ProfileTab;
import dev.sayso.shared.page.SavableList;

@Configuration(proxyBeanMethods = false)
class AudienceConfiguration {

	@Bean
	static RoomBeans audienceBeans() {
		return new RoomBeans(new RedactableThing("audience", List.of("name", "description", "condition"), null),
				new ProfileTab.Plain("audiences", "tab.audiences", 20),
				NavigationItem.of("people", "audiences", "users-group", 120),
				SavableList.of("audiences", "q", "archived"),
				new PageFrame.Creation("audience", "/audiences/new", "users-group", Set.of("MARKETER", "ADMIN")),
				AuditSubjectPage.of("audience", "/audiences/{id}"),
				AccessRule.special(AccessRule.MARKETERS, "/audiences/new", "/audiences/lists/new"),
				AccessRule.special(AccessRule.EVERYBODY, "/audiences/draft", "/audiences/answer", "/eligibility/draft",
						"/eligibility/answer"),
				AccessRule.writing(AccessRule.MARKETERS, "/audiences", "/audiences/**"),
				ApiAccessRule.usual(ApiScope.AUDIENCES, "/api/v1/audiences", "/api/v1/audiences/**"));
	}

	@Bean
	@Order(15)
	NameSearch audienceSearch(Audiences audiences) {
		return NameSearch.of("audiences", "users-group",
				() -> audiences.findAllByOrderByName().stream().filter((audience) -> !audience.isArchived()));
	}

}
