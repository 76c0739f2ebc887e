package dev.sayso.offer;

import java.util.Set;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.sayso.audit.FieldWords;
import dev.sayso.audit.SubjectPage;
import dev.sayso.shared.Chrome;
import dev.sayso.shared.Destination;
import dev.sayso.shared.StoredAsJson;

/**
 * Where placements, collections and qualifiers show in the console.
 */
@Configuration(proxyBeanMethods = false)
class CatalogueRoom {

	private static final Set<String> MARKETS = Set.of("MARKETER", "ADMIN");

	@Bean
	StoredAsJson collectionContents() {
		return new StoredAsJson(Collection.Content.class);
	}

	@Bean
	Destination collectionsDestination() {
		return Destination.of("decisions", "collections", "stack-2", 330);
	}

	@Bean
	Destination placementsDestination() {
		return Destination.of("decisions", "placements", "frame", 340);
	}

	@Bean
	Chrome.Creation collectionCreation() {
		return new Chrome.Creation("collection", "/collections/new", "stack-2", MARKETS);
	}

	@Bean
	Chrome.Creation placementCreation() {
		return new Chrome.Creation("placement", "/placements/new", "frame", MARKETS);
	}

	@Bean
	SubjectPage placementSubject() {
		return SubjectPage.of("placement", "/placements/{id}");
	}

	@Bean
	SubjectPage collectionSubject() {
		return SubjectPage.of("collection", "/collections/{id}");
	}

	@Bean
	SubjectPage qualifierSubject() {
		return SubjectPage.of("qualifier", "/qualifiers");
	}

	@Bean
	FieldWords placementWords(MessageSource messages) {
		return new CatalogueWords("placement", messages);
	}

	@Bean
	FieldWords collectionWords(MessageSource messages) {
		return new CatalogueWords("collection", messages);
	}

	@Bean
	FieldWords qualifierWords(MessageSource messages) {
		return new CatalogueWords("qualifier", messages);
	}

}
