package dev.sayso.landing.theme;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.SavableList;

@Configuration(proxyBeanMethods = false)
class ThemeConfiguration {

	@Bean
	static RoomBeans themeBeans() {
		return new RoomBeans(AuditSubjectPage.of(Theme.TYPE, "/themes/{id}"), SavableList.of("themes", "q"),
				new PageFrame.Creation("theme", "/themes/new", "palette", Set.of("MARKETER", "ADMIN")),
				AccessRule.special(AccessRule.MARKETERS, "/themes/new"),
				AccessRule.writing(AccessRule.MARKETERS, "/themes", "/themes/**"));
	}

}
