package dev.sayso.decision.strategy;

import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import dev.sayso.account.AccessRule;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Strategies;
import dev.sayso.decision.Strategy;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.person.RedactableThing;
import dev.sayso.shared.NameSearch;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.SavableList;
import dev.sayso.store.JsonColumn;

@Configuration(proxyBeanMethods = false)
class StrategyConfiguration {

	@Bean
	static RoomBeans strategyBeans() {
		return new RoomBeans(
				new RedactableThing(Strategy.KIND, List.of("name", "description", "criterion"), false,
						new CatalogueChanged()),
				new JsonColumn(Criterion.class), NavigationItem.of("decisions", "strategies", StrategyPage.ICON, 325),
				SavableList.of("strategies", "q", "archived"),
				new PageFrame.Creation(Strategy.KIND, "/strategies/new", StrategyPage.ICON,
						Set.of("MARKETER", "ADMIN")),
				AuditSubjectPage.of(Strategy.KIND, "/strategies/{id}"),
				AccessRule.special(AccessRule.MARKETERS, "/strategies/new"),
				AccessRule.writing(AccessRule.MARKETERS, "/strategies", "/strategies/**"));
	}

	@Bean
	@Order(32)
	NameSearch strategySearch(Strategies strategies) {
		return NameSearch.of("strategies", StrategyPage.ICON,
				() -> strategies.findAllByOrderByName().stream().filter((strategy) -> !strategy.isArchived()));
	}

}
