package dev.sayso.decision.list;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import dev.sayso.account.AccessRule;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.person.RedactableThing;
import dev.sayso.shared.NameSearch;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.SavableList;
import dev.sayso.shared.page.SettingsSection;
import dev.sayso.store.JsonColumn;

@Configuration(proxyBeanMethods = false)
class DecisionListConfiguration {

	@Bean
	static RoomBeans decisionListBeans() {
		return new RoomBeans(
				new RedactableThing("decision", List.of("name", "description", "draft"), new CatalogueChanged()),
				new JsonColumn(DecisionContent.class), new SettingsSection("decisions", "history", 60),
				NavigationItem.of("decisions", "decisions", "arrows-split-2", 310),
				SavableList.of("decisions", "q", "status", "placement", "sort"),
				new PageFrame.Creation("decision", "/decisions/new", "arrows-split-2", Set.of("MARKETER", "ADMIN")),
				AuditSubjectPage.of("made-up-person", ""), AuditSubjectPage.of("decision", "/decisions/{id}"),
				AccessRule.special(AccessRule.MARKETERS, "/decisions/new", "/decisions/*/completion"),
				AccessRule.writing(AccessRule.MARKETERS, "/decisions", "/decisions/**"));
	}

	@Bean
	@Order(30)
	NameSearch decisionSearch(DecisionOutlines outlines) {
		return NameSearch.of("decisions", "arrows-split-2",
				() -> outlines.all()
					.stream()
					.filter((decision) -> decision.status() != Decision.Status.ARCHIVED)
					.sorted(Comparator.comparing(DecisionOutline::searchName)));
	}

}
