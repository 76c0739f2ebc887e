package dev.sayso.offer.editor;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferOutline;
import dev.sayso.offer.OfferOutlines;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListQuery;

/**
 * The offers, listed.
 */
@ConsolePage
@RequestMapping("/offers")
class OffersController {

	private final OfferOutlines outlines;

	private final OfferRowViews rows;

	private final Placements placements;

	private final Qualifiers qualifiers;

	OffersController(OfferOutlines outlines, OfferRowViews rows, Placements placements, Qualifiers qualifiers) {
		this.outlines = outlines;
		this.rows = rows;
		this.placements = placements;
		this.qualifiers = qualifiers;
	}

	@GetMapping
	String list(@RequestParam Map<String, String> parameters, Model model) {
		ListQuery query = new ListQuery("/offers", filters(), List.of("name", "priority", "changed"), parameters);
		List<OfferOutline> all = this.outlines.all();
		List<OfferOutline> matching = all.stream()
			.filter((offer) -> matches(offer, query))
			.sorted(order(query.sort()))
			.toList();
		model.addAttribute("list", query.page(matching, all.size()).map(this.rows::create));
		return "offer/editor/list";
	}

	private List<ListFilter> filters() {
		return List.of(
				ListFilter.of("status", "status", "offer.status.", "draft", "approved", "archived")
					.orElse("offer.status.current"),
				ListFilter.of("kind", "offer.kind", "offer.kind.", "offer", "fallback"),
				ListFilter.of("qualifier", "offer.part.qualifier", this.qualifiers.findAllByOrderByName(),
						Qualifier::slug, Qualifier::name),
				ListFilter.of("placement", "offer.placement", this.placements.findAllByOrderByName(), Placement::slug,
						Placement::name));
	}

	/** Archived offers are listed only where they are asked for. */
	private static boolean matches(OfferOutline offer, ListQuery query) {
		boolean archived = offer.status() == Offer.Status.ARCHIVED;
		return (archived ? query.value("status").equals("archived")
				: query.lets("status", offer.status().name().toLowerCase(Locale.ROOT)))
				&& query.lets("kind", offer.fallback() ? "fallback" : "offer")
				&& query.lets("qualifier", offer.qualifiers()) && query.lets("placement", offer.languages().keySet())
				&& query.finds(offer.searchName(), offer.slug());
	}

	private static Comparator<OfferOutline> order(String sort) {
		Comparator<OfferOutline> byName = Comparator.comparing(OfferOutline::searchName)
			.thenComparing(OfferOutline::slug);
		return switch (sort) {
			case "changed" -> Comparator.comparing(OfferOutline::changedAt).reversed().thenComparing(byName);
			case "priority" -> Comparator.comparingInt(OfferOutline::priority).reversed().thenComparing(byName);
			default -> byName;
		};
	}

}
