package dev.sayso.offer.editor;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;

/**
 * Where offers show in the console.
 */
@Configuration(proxyBeanMethods = false)
class OfferEditorConfiguration {

	private static final Set<String> MARKETS = Set.of("MARKETER", "ADMIN");

	@Bean
	NavigationItem offersNavigation() {
		return NavigationItem.of("decisions", "offers", "tag", 320);
	}

	@Bean
	PageFrame.Creation offerCreation() {
		return new PageFrame.Creation("offer", "/offers/new", "tag", MARKETS);
	}

	@Bean
	PageFrame.Creation fallbackCreation() {
		return new PageFrame.Creation("fallback", "/offers/new?fallback=true", "shield", MARKETS);
	}

	@Bean
	AuditSubjectPage offerSubject() {
		return AuditSubjectPage.of("offer", "/offers/{id}");
	}

	@Bean
	AccessRule newOfferAccess() {
		return AccessRule.special(AccessRule.MARKETERS, "/offers/new");
	}

	@Bean
	AccessRule offerWriting() {
		return AccessRule.writing(AccessRule.MARKETERS, "/offers", "/offers/**");
	}

}
