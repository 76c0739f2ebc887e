package dev.sayso.offer.collection;

import java.util.Set;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.account.AccessRule;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.audit.FieldMessages;
import dev.sayso.offer.placement.CatalogueMessages;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.store.JsonColumn;

/**
 * Where placements, collections and qualifiers show in the console.
 */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

	private static final Set<String> MARKETS = Set.of("MARKETER", "ADMIN");

	@Bean
	JsonColumn collectionContents() {
		return new JsonColumn(Collection.Content.class);
	}

	@Bean
	NavigationItem collectionsNavigation() {
		return NavigationItem.of("decisions", "collections", "stack-2", 330);
	}

	@Bean
	NavigationItem placementsNavigation() {
		return NavigationItem.of("decisions", "placements", "frame", 340);
	}

	@Bean
	PageFrame.Creation collectionCreation() {
		return new PageFrame.Creation("collection", "/collections/new", "stack-2", MARKETS);
	}

	@Bean
	PageFrame.Creation placementCreation() {
		return new PageFrame.Creation("placement", "/placements/new", "frame", MARKETS);
	}

	@Bean
	AuditSubjectPage placementSubject() {
		return AuditSubjectPage.of("placement", "/placements/{id}");
	}

	@Bean
	AuditSubjectPage collectionSubject() {
		return AuditSubjectPage.of("collection", "/collections/{id}");
	}

	@Bean
	AuditSubjectPage qualifierSubject() {
		return AuditSubjectPage.of("qualifier", "/qualifiers");
	}

	@Bean
	FieldMessages placementMessages(MessageSource messages) {
		return new CatalogueMessages("placement", messages);
	}

	@Bean
	FieldMessages collectionMessages(MessageSource messages) {
		return new CatalogueMessages("collection", messages);
	}

	@Bean
	FieldMessages qualifierMessages(MessageSource messages) {
		return new CatalogueMessages("qualifier", messages);
	}

	@Bean
	AccessRule newCatalogueAccess() {
		return AccessRule.special(AccessRule.MARKETERS, "/placements/new", "/collections/new");
	}

	@Bean
	AccessRule catalogueWriting() {
		return AccessRule.writing(AccessRule.MARKETERS, "/placements", "/placements/**", "/collections",
				"/collections/**", "/qualifiers", "/qualifiers/**");
	}

}
