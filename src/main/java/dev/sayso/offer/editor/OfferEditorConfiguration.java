package dev.sayso.offer.editor;

import java.util.Comparator;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import dev.sayso.account.AccessRule;
import dev.sayso.audit.AuditSubjectPage;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferOutline;
import dev.sayso.offer.OfferOutlines;
import dev.sayso.shared.NameSearch;
import dev.sayso.shared.RoomBeans;
import dev.sayso.shared.page.NavigationItem;
import dev.sayso.shared.page.PageFrame;
import dev.sayso.shared.page.SavableList;
import dev.sayso.shared.page.SettingsSection;

@Configuration(proxyBeanMethods = false)
class OfferEditorConfiguration {

	private static final Set<String> MARKETS = Set.of("MARKETER", "ADMIN");

	@Bean
	static RoomBeans offerEditorBeans() {
		return new RoomBeans(NavigationItem.of("decisions", "offers", "tag", 320),
				SavableList.of("offers", "q", "status", "kind", "qualifier", "placement", "sort"),
				new PageFrame.Creation("offer", "/offers/new", "tag", MARKETS),
				new PageFrame.Creation("fallback", "/offers/new?fallback=true", "shield", MARKETS),
				new SettingsSection("offer-languages", "language", 58), AuditSubjectPage.of("offer", "/offers/{id}"),
				AccessRule.special(AccessRule.MARKETERS, "/offers/new"),
				AccessRule.writing(AccessRule.MARKETERS, "/offers", "/offers/**"));
	}

	@Bean
	@Order(31)
	NameSearch offerSearch(OfferOutlines outlines) {
		return NameSearch.of("offers", "tag",
				() -> outlines.all()
					.stream()
					.filter((offer) -> offer.status() != Offer.Status.ARCHIVED)
					.sorted(Comparator.comparing(OfferOutline::searchName)));
	}

}
