package dev.sayso.offer.editor;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.offer.CatalogueLabels;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferOutline;
import dev.sayso.offer.OfferOutlines;
import dev.sayso.offer.Offers;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListQuery;

@ConsolePage
@RequestMapping("/offers")
class OffersController {

	private final OfferOutlines outlines;

	private final Offers offers;

	private final CatalogueLabels labels;

	private final Personalization personalization;

	private final Clock clock;

	private final Placements placements;

	private final Qualifiers qualifiers;

	OffersController(OfferOutlines outlines, Placements placements, Qualifiers qualifiers, Offers offers,
			CatalogueLabels labels, Personalization personalization, Clock clock) {
		this.outlines = outlines;
		this.placements = placements;
		this.qualifiers = qualifiers;
		this.offers = offers;
		this.labels = labels;
		this.personalization = personalization;
		this.clock = clock;
	}

	@GetMapping
	String list(@RequestParam Map<String, String> parameters, Model model) {
		ListQuery query = new ListQuery("/offers", filters(), List.of("name", "priority", "changed"), parameters);
		List<OfferOutline> all = this.outlines.all();
		List<OfferOutline> matching = all.stream()
			.filter((offer) -> matches(offer, query))
			.sorted(order(query.sort()))
			.toList();
		model.addAttribute("list", query.page(matching, all.size()).map(this::create));
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
				&& query.finds(offer);
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

	/**
	 * An offer in the list, ready to show.
	 *
	 * @param time message key of where its validity stands
	 * @param places each placement with its languages
	 * @param personalized whether it reads a person's data
	 */
	record Row(OfferOutline offer, String time, List<Place> places, List<String> qualifiers, boolean personalized) {

	}

	record Place(String name, String languages) {

	}

	private List<Row> create(List<OfferOutline> offers) {
		Map<UUID, OfferContent> contents = this.offers.findByIdIn(offers.stream().map(OfferOutline::id).toList())
			.stream()
			.collect(Collectors.toMap(Offer::id, Offer::draft));
		return offers.stream()
			.map((offer) -> row(offer, contents.getOrDefault(offer.id(), OfferContent.BLANK)))
			.toList();
	}

	private Row row(OfferOutline offer, OfferContent content) {
		String time = offer.validity().time(this.clock.instant()).name().toLowerCase(Locale.ROOT);
		return new Row(offer, "offer.time." + time, places(offer),
				offer.qualifiers().stream().map(this.labels::qualifier).toList(), this.personalization.isOf(content));
	}

	private List<Place> places(OfferOutline offer) {
		return offer.languages()
			.entrySet()
			.stream()
			.map((place) -> new Place(this.labels.placement(place.getKey()),
					place.getValue().stream().map(this.labels::language).collect(Collectors.joining(", "))))
			.toList();
	}

}
