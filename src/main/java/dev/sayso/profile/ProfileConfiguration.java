package dev.sayso.profile;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.ProfilePageAction;
import dev.sayso.shared.page.ProfileTab;
import dev.sayso.shared.page.SettingsSection;

@Configuration(proxyBeanMethods = false)
class ProfileConfiguration {

	@Bean
	static RoomBeans profileBeans() {
		return new RoomBeans(new ProfileTab.Plain("", "tab.general", 0),
				NavigationItem.of("people", "profiles", "users", 110),
				new PageFrame.Creation("profile", "/profiles/new", "user-plus", Set.of("OPERATOR", "ADMIN")),
				new ProfilePageAction("erasure", "profile.erase", "eraser", 90, true),
				new SettingsSection("attributes", "list-check", 30),
				AuditSubjectPage.ofSettings("attribute", "/settings/attributes/{id}"),
				AuditSubjectPage.of("profile", ""),
				AccessRule.writing(AccessRule.OPERATORS, "/profiles", "/profiles/**"),
				ApiAccessRule.usual(ApiScope.PROFILES, "/api/v1/profiles/**"));
	}

}
