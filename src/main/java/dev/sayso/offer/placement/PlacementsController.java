package dev.sayso.offer.placement;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.page.ConsolePage;

/**
 * The placements, listed.
 */
@ConsolePage
@RequestMapping("/placements")
class PlacementsController {

	/** How many a page has; who looks for another types its name. */
	private static final int SHOWN = 200;

	private final Placements placements;

	private final CatalogueUsages usages;

	PlacementsController(Placements placements, CatalogueUsages usages) {
		this.placements = placements;
		this.usages = usages;
	}

	/** A placement in the list. */
	record Row(Placement placement, int uses) {

	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "false") boolean archived,
			Model model) {
		String search = TextNormalizer.text(q);
		List<Placement> matching = this.placements.findAllByOrderByName()
			.stream()
			.filter((placement) -> placement.isArchived() == archived)
			.filter((placement) -> TextNormalizer.text(placement.name()).contains(search)
					|| placement.slug().contains(search))
			.toList();
		model.addAttribute("rows", rows(matching.subList(0, Math.min(SHOWN, matching.size()))));
		model.addAttribute("total", matching.size());
		model.addAttribute("q", q);
		model.addAttribute("archived", archived);
		model.addAttribute("narrowed", archived || !search.isEmpty());
		return "offer/placement/list";
	}

	private List<Row> rows(List<Placement> shown) {
		Map<String, Integer> counts = this.usages.counts("placement",
				shown.stream().map(Placement::slug).collect(Collectors.toSet()));
		return shown.stream().map((placement) -> new Row(placement, counts.getOrDefault(placement.slug(), 0))).toList();
	}

}
