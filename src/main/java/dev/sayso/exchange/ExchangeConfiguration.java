package dev.sayso.exchange;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;

/**
 * Places imports and exports in the console.
 */
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

	@Bean
	NavigationItem importsNavigation() {
		return NavigationItem.of("people", "imports", "file-import", 130);
	}

	@Bean
	NavigationItem exportsNavigation() {
		return NavigationItem.of("people", "exports", "file-export", 140);
	}

	@Bean
	PageFrame.Creation importCreation() {
		return new PageFrame.Creation("import", "/imports/new", "file-import", Set.of("OPERATOR", "ADMIN"));
	}

	@Bean
	AuditSubjectPage importPage() {
		return AuditSubjectPage.of("import", "/imports/{id}");
	}

	@Bean
	AuditSubjectPage exportPage() {
		return AuditSubjectPage.of("export", "");
	}

	@Bean
	AccessRule exportWriting() {
		return AccessRule.writing(AccessRule.EVERYBODY, "/exports", "/exports/**");
	}

	@Bean
	AccessRule importWriting() {
		return AccessRule.writing(AccessRule.OPERATORS, "/imports", "/imports/**");
	}

}
