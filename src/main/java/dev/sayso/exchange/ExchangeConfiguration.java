package dev.sayso.exchange;

import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.person.RedactableThing;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;

@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

	@Bean
	static RoomBeans exchangeBeans() {
		return new RoomBeans(NavigationItem.of("people", "imports", "file-import", 130),
				NavigationItem.of("people", "exports", "file-export", 140),
				new PageFrame.Creation("import", "/imports/new", "file-import", Set.of("OPERATOR", "ADMIN")),
				new RedactableThing("people_file", List.of("subject_name"), false, null),
				AuditSubjectPage.of("import", "/imports/{id}"), AuditSubjectPage.of("export", ""),
				AccessRule.writing(AccessRule.EVERYBODY, "/exports", "/exports/**"),
				AccessRule.writing(AccessRule.OPERATORS, "/imports", "/imports/**"));
	}

}
