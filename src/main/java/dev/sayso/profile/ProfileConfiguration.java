package dev.sayso.profile;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.account.token.ApiAccessRule;
import dev.sayso.account.token.ApiScope;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.ProfilePageAction;
import dev.sayso.shared.page.SettingsSection;

/**
 * Places people in the navigation, the settings and the audit of the console.
 */
@Configuration(proxyBeanMethods = false)
class ProfileConfiguration {

	@Bean
	NavigationItem profilesNavigation() {
		return NavigationItem.of("people", "profiles", "users", 110);
	}

	@Bean
	PageFrame.Creation profileCreation() {
		return new PageFrame.Creation("profile", "/profiles/new", "user-plus", Set.of("OPERATOR", "ADMIN"));
	}

	@Bean
	ProfilePageAction erasureAction() {
		return new ProfilePageAction("erasure", "profile.erase", "eraser", 90, true);
	}

	@Bean
	SettingsSection attributesSection() {
		return new SettingsSection("attributes", "list-check", 30);
	}

	@Bean
	AuditSubjectPage attributePage() {
		return AuditSubjectPage.ofSettings("attribute", "/settings/attributes/{id}");
	}

	@Bean
	AuditSubjectPage erasedProfile() {
		return AuditSubjectPage.of("profile", "");
	}

	@Bean
	AccessRule profileWriting() {
		return AccessRule.writing(AccessRule.OPERATORS, "/profiles", "/profiles/**");
	}

	@Bean
	ApiAccessRule profilesAccess() {
		return ApiAccessRule.usual(ApiScope.PROFILES, "/api/v1/profiles/**");
	}

}
