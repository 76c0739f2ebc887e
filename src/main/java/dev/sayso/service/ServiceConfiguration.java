package dev.sayso.service;

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
import dev.sayso.shared.page.SavableList;
import dev.sayso.store.JsonColumn;

@Configuration(proxyBeanMethods = false)
class ServiceConfiguration {

	@Bean
	static RoomBeans serviceBeans() {
		return new RoomBeans(new JsonColumn(ServiceWords.class),
				new RedactableThing(Service.TYPE, List.of("name", "description", "words"), false, null),
				NavigationItem.of("consent", "services", "news", 220),
				SavableList.of("services", "q", "state", "channel"),
				new PageFrame.Creation("service", "/services/new", "news", Set.of("MARKETER", "ADMIN")),
				AuditSubjectPage.of(Service.TYPE, "/services/{id}"),
				AccessRule.special(AccessRule.MARKETERS, "/services/new", "/services/*/edit"),
				AccessRule.writing(AccessRule.OPERATORS, "/services/many/**"),
				AccessRule.writing(AccessRule.MARKETERS, "/services", "/services/**"),
				ApiAccessRule.usual(ApiScope.PROFILES, "/api/v1/services", "/api/v1/services/**"));
	}

	@Bean
	@Order(25)
	NameSearch serviceSearch(Services services) {
		return NameSearch.of("services", "news",
				() -> services.findAllByOrderByName().stream().filter((service) -> !service.isArchived()));
	}

}
