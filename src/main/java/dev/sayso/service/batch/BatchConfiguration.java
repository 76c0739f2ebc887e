package dev.sayso.service.batch;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.person.RedactableThing;
import dev.sayso.profile.list.SelectionAction;
import dev.sayso.shared.RoomBeans;

@Configuration(proxyBeanMethods = false)
class BatchConfiguration {

	@Bean
	static RoomBeans batchBeans() {
		return new RoomBeans(
				new RedactableThing("subscription_batch",
						List.of("name", "query", "reason", "evidence_kind", "evidence_reference"), false, null),
				new SelectionAction("/services/many", "batch.action", "batch.action.all", "news"),
				AccessRule.special(AccessRule.OPERATORS, "/services/many"));
	}

}
