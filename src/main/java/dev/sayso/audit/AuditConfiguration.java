package dev.sayso.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.SavableList;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

	@Bean
	static RoomBeans auditBeans() {
		return new RoomBeans(NavigationItem.of(null, "activity", "activity", 410),
				SavableList.of("activity", "q", "type", "subject", "actor", "from", "to"));
	}

}
