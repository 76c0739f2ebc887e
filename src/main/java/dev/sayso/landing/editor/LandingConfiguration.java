package dev.sayso.landing.editor;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import dev.sayso.account.AccessRule;
import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.shared.NameSearch;
import dev.sayso.shared.Named;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.SavableList;
import dev.sayso.shared.page.SettingsSection;
import dev.sayso.store.JsonColumn;

/**
 * Where the pages show in the console.
 */
@Configuration(proxyBeanMethods = false)
class LandingConfiguration {

	@Bean
	static RoomBeans landingBeans() {
		return new RoomBeans(new JsonColumn(PageContent.class), new JsonColumn(PageKind.class),
				NavigationItem.of("consent", "landing-pages", "app-window", 210),
				SavableList.of("landing-pages", "q", "kind", "status", "sort"),
				new PageFrame.Creation("landing-page", "/landing-pages/new", "app-window", Set.of("MARKETER", "ADMIN")),
				AuditSubjectPage.of("landing-page", "/landing-pages/{id}"),
				new SettingsSection("one-click", "hand-stop", 50), new SettingsSection("sites", "app-window", 52),
				AccessRule.special(AccessRule.OPERATORS, "/profiles/*/links", "/profiles/*/link-renewals"),
				AccessRule.writing(AccessRule.MARKETERS, "/landing-pages", "/landing-pages/**"),
				ApiAccessRule.special(ApiScope.LINKS, "/api/v1/profiles/*/links", "/api/v1/profiles/*/link-renewals"));
	}

	@Bean
	@Order(20)
	NameSearch pageSearch(LandingPages pages) {
		return new NameSearch("landing-pages", "app-window", Named::id, () -> pages.all().stream());
	}

}
