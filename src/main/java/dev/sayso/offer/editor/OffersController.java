package dev.sayso.offer.editor;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.offer.OfferOutline;
import dev.sayso.offer.OfferOutlines;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.shared.page.ConsolePage;

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
	String list(@RequestParam Map<String, String> typed, Model model) {
		OfferQuery query = OfferQuery.of(typed);
		List<OfferOutline> all = this.outlines.all();
		List<OfferOutline> matching = all.stream().filter(query::matches).sorted(query.order()).toList();
		int pages = Math.max(1, (matching.size() + OfferQuery.SIZE - 1) / OfferQuery.SIZE);
		int page = Math.min(query.page(), pages);
		model.addAttribute("query", query);
		model.addAttribute("total", all.size());
		model.addAttribute("count", matching.size());
		model.addAttribute("rows", this.rows
			.create(matching.stream().skip((page - 1L) * OfferQuery.SIZE).limit(OfferQuery.SIZE).toList()));
		model.addAttribute("previous", (page > 1) ? query.with("page", String.valueOf(page - 1)) : null);
		model.addAttribute("next", (page < pages) ? query.with("page", String.valueOf(page + 1)) : null);
		List<Placement> places = this.placements.findAllByOrderByName();
		List<Qualifier> tags = this.qualifiers.findAllByOrderByName();
		model.addAttribute("placements", places);
		model.addAttribute("qualifiers", tags);
		model.addAttribute("placement", nameOf(query.placement(), places.stream(), Placement::slug, Placement::name));
		model.addAttribute("qualifier", nameOf(query.qualifier(), tags.stream(), Qualifier::slug, Qualifier::name));
		return "offer/editor/list";
	}

	/**
	 * What is filtered by as people call it; as the URL has it where there is none.
	 */
	private static <T> String nameOf(String key, Stream<T> things, Function<T, String> keys,
			Function<T, String> names) {
		return things.filter((thing) -> keys.apply(thing).equals(key)).map(names).findFirst().orElse(key);
	}

}
