package dev.sayso.offer.collection;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import dev.sayso.account.AccessRule;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.offer.placement.Placements;
import dev.sayso.shared.NameSearch;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.store.JsonColumn;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

	private static final Set<String> MARKETS = Set.of("MARKETER", "ADMIN");

	@Bean
	static RoomBeans catalogueBeans() {
		return new RoomBeans(new JsonColumn(Collection.Content.class),
				NavigationItem.of("decisions", "collections", "stack-2", 330),
				NavigationItem.of("decisions", "placements", "frame", 340),
				new PageFrame.Creation("collection", "/collections/new", "stack-2", MARKETS),
				new PageFrame.Creation("placement", "/placements/new", "frame", MARKETS),
				AuditSubjectPage.of("placement", "/placements/{id}"),
				AuditSubjectPage.of("collection", "/collections/{id}"), AuditSubjectPage.of("qualifier", "/qualifiers"),
				AccessRule.special(AccessRule.MARKETERS, "/placements/new", "/collections/new"),
				AccessRule.writing(AccessRule.MARKETERS, "/placements", "/placements/**", "/collections",
						"/collections/**", "/qualifiers", "/qualifiers/**"));
	}

	@Bean
	@Order(34)
	NameSearch placementSearch(Placements placements) {
		return new NameSearch("placements", "frame", () -> placements.findAllByOrderByName().stream());
	}

	@Bean
	@Order(33)
	NameSearch collectionSearch(Collections collections) {
		return new NameSearch("collections", "stack-2", () -> collections.findAllByOrderByName().stream());
	}

}
