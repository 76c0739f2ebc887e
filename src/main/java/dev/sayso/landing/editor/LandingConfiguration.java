package dev.sayso.landing.editor;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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

}
