package dev.sayso.offer.collection;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import dev.sayso.account.AccessRule;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.offer.placement.CatalogueThing;
import dev.sayso.offer.placement.Placements;
import dev.sayso.shared.NameSearch;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.SavableList;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.store.JsonColumn;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

	private static final Set<String> MARKETS = Set.of("MARKETER", "ADMIN");

	@Bean
	static RoomBeans catalogueBeans() {
		return new RoomBeans(new JsonColumn(Collection.Content.class), new JsonColumn(ContentLayout.class),
				NavigationItem.of("decisions", "collections", "stack-2", 330),
				NavigationItem.of("decisions", "placements", "frame", 340),
				SavableList.of("collections", "q", "archived"), SavableList.of("placements", "q", "archived"),
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
		return NameSearch.of("placements", "frame", () -> current(placements.findAllByOrderByName()));
	}

	@Bean
	@Order(33)
	NameSearch collectionSearch(Collections collections) {
		return NameSearch.of("collections", "stack-2", () -> current(collections.findAllByOrderByName()));
	}

	private static <T extends CatalogueThing<T>> Stream<T> current(List<T> things) {
		return things.stream().filter((thing) -> !thing.isArchived());
	}

}
