package dev.sayso.audience;

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
 * Places audiences in the console.
 */
@Configuration(proxyBeanMethods = false)
class AudienceConfiguration {

	@Bean
	NavigationItem audiencesNavigation() {
		return NavigationItem.of("people", "audiences", "users-group", 120);
	}

	@Bean
	PageFrame.Creation audienceCreation() {
		return new PageFrame.Creation("audience", "/audiences/new", "users-group", Set.of("MARKETER", "ADMIN"));
	}

	@Bean
	AuditSubjectPage audienceSubject() {
		return AuditSubjectPage.of("audience", "/audiences/{id}");
	}

	@Bean
	AccessRule newAudienceAccess() {
		return AccessRule.special(AccessRule.MARKETERS, "/audiences/new", "/audiences/lists/new");
	}

	@Bean
	AccessRule audiencePreviewAccess() {
		return AccessRule.special(AccessRule.EVERYBODY, "/audiences/draft", "/audiences/answer");
	}

	@Bean
	AccessRule audienceWriting() {
		return AccessRule.writing(AccessRule.MARKETERS, "/audiences", "/audiences/**");
	}

	@Bean
	ApiAccessRule audiencesAccess() {
		return ApiAccessRule.usual(ApiScope.AUDIENCES, "/api/v1/audiences", "/api/v1/audiences/**");
	}

}
