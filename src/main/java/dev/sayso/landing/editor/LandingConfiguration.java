package dev.sayso.landing.editor;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;

/**
 * Where the pages show in the console.
 */
@Configuration(proxyBeanMethods = false)
class LandingConfiguration {

	@Bean
	NavigationItem landingPagesNavigationItem() {
		return NavigationItem.of("consent", "landing-pages", "app-window", 210);
	}

	@Bean
	PageFrame.Creation landingPageCreation() {
		return new PageFrame.Creation("landing-page", "/landing-pages/new", "app-window", Set.of("MARKETER", "ADMIN"));
	}

	@Bean
	AuditSubjectPage landingPageSubject() {
		return AuditSubjectPage.of("landing-page", "/landing-pages/{id}");
	}

	@Bean
	AccessRule linksAccess() {
		return AccessRule.special(AccessRule.OPERATORS, "/profiles/*/links");
	}

	@Bean
	AccessRule landingPageWriting() {
		return AccessRule.writing(AccessRule.MARKETERS, "/landing-pages", "/landing-pages/**");
	}

	@Bean
	ApiAccessRule linksApiAccess() {
		return ApiAccessRule.special(ApiScope.LINKS, "/api/v1/profiles/*/links");
	}

}
