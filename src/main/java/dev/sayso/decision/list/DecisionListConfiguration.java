package dev.sayso.decision.list;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;

/**
 * Where decisions show in the console.
 */
@Configuration(proxyBeanMethods = false)
class DecisionListConfiguration {

	@Bean
	NavigationItem decisionsNavigationItem() {
		return NavigationItem.of("decisions", "decisions", "arrows-split-2", 310);
	}

	@Bean
	PageFrame.Creation decisionCreation() {
		return new PageFrame.Creation("decision", "/decisions/new", "arrows-split-2", Set.of("MARKETER", "ADMIN"));
	}

	@Bean
	AuditSubjectPage testProfileSubject() {
		return AuditSubjectPage.of("made-up-person", "");
	}

	@Bean
	AuditSubjectPage decisionSubject() {
		return AuditSubjectPage.of("decision", "/decisions/{id}");
	}

	@Bean
	AccessRule newDecisionAccess() {
		return AccessRule.special(AccessRule.MARKETERS, "/decisions/new", "/decisions/*/criteria/*/new",
				"/decisions/*/completion");
	}

	@Bean
	AccessRule decisionWriting() {
		return AccessRule.writing(AccessRule.MARKETERS, "/decisions", "/decisions/**");
	}

}
