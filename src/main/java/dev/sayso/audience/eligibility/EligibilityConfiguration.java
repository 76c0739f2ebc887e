package dev.sayso.audience.eligibility;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.shared.RoomBeans;

/**
 * Who may try an eligibility out while it is edited: it is posted, and writes nothing.
 */
@Configuration(proxyBeanMethods = false)
class EligibilityConfiguration {

	@Bean
	static RoomBeans eligibilityBeans() {
		return new RoomBeans(AccessRule.special(AccessRule.EVERYBODY, "/eligibility/draft", "/eligibility/answer"));
	}

}
