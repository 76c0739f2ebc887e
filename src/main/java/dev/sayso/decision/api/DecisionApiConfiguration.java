package dev.sayso.decision.api;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.shared.RoomBeans;

/**
 * Which scopes decisions need over HTTP, and what web pages may ask; a batch also tells
 * who is in an audience.
 */
@Configuration(proxyBeanMethods = false)
class DecisionApiConfiguration {

	@Bean
	static RoomBeans decisionApiBeans() {
		return new RoomBeans(
				ApiAccessRule.usual(ApiScope.DECISIONS, "/api/v1/decisions", "/api/v1/decisions/*/outcomes"),
				ApiAccessRule.special(ApiScope.DECISIONS, "/api/v1/profiles/*/subject-keys"),
				ApiAccessRule.pages(ApiScope.DECISIONS, "/api/v1/propositions/*/events", "/ofrep/v1/**"),
				ApiAccessRule.usual(Set.of(ApiScope.DECISIONS, ApiScope.AUDIENCES), "/api/v1/decision-batches"));
	}

}
