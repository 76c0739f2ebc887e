package dev.sayso.decision.api;

import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.shared.RoomBeans;

/**
 * Which scopes decisions need over HTTP; a batch also tells who is in an audience.
 */
@Configuration(proxyBeanMethods = false)
class DecisionApiConfiguration {

	@Bean
	static RoomBeans decisionApiBeans() {
		return new RoomBeans(
				ApiAccessRule.usual(ApiScope.DECISIONS, "/api/v1/decisions", "/api/v1/decisions/*/outcomes",
						"/api/v1/propositions/*/events", "/ofrep/v1/**"),
				new ApiAccessRule(false, Set.of(ApiScope.DECISIONS, ApiScope.AUDIENCES),
						List.of("/api/v1/decision-batches")));
	}

}
