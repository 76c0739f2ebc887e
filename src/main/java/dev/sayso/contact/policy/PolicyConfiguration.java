package dev.sayso.contact.policy;

import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import dev.sayso.account.AccessRule;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.person.RedactableThing;
import dev.sayso.shared.NameSearch;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.SavableList;
import dev.sayso.store.JsonColumn;

@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

	@Bean
	static RoomBeans policyBeans() {
		return new RoomBeans(new JsonColumn(PolicyContent.class),
				new RedactableThing(ConsentPolicy.TYPE, List.of("name", "description", "draft"), new PoliciesChanged()),
				NavigationItem.of("consent", "policies", "shield-check", 230), SavableList.of("policies", "q", "state"),
				new PageFrame.Creation("policy", "/policies/new", "shield-check", Set.of("MARKETER", "ADMIN")),
				AuditSubjectPage.of(ConsentPolicy.TYPE, "/policies/{id}"),
				AccessRule.special(AccessRule.MARKETERS, "/policies/new"),
				AccessRule.special(AccessRule.EVERYBODY, "/policies/draft", "/policies/answer"),
				AccessRule.writing(AccessRule.MARKETERS, "/policies", "/policies/**"));
	}

	@Bean
	@Order(27)
	NameSearch policySearch(ConsentPolicies policies) {
		return NameSearch.of("policies", "shield-check", () -> policies.findAllByOrderByName().stream());
	}

}
