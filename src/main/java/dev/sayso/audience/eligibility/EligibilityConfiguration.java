package dev.sayso.audience.eligibility;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;

/**
 * Who may try an eligibility out while it is edited: it is posted, and writes nothing.
 */
@Configuration(proxyBeanMethods = false)
class EligibilityConfiguration {

	@Bean
	AccessRule eligibilityAccess() {
		return AccessRule.special(AccessRule.EVERYBODY, "/eligibility/draft", "/eligibility/answer");
	}

}
