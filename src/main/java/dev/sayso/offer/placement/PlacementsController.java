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

	private final CatalogueUsages uses;

	PlacementsController(Placements placements, CatalogueUsages uses) {
		this.placements = placements;
		this.uses = uses;
	}

	/** A placement in the list. */
	record Row(Placement placement, int uses) {

	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "false") boolean archived,
			Model model) {
		String wanted = TextNormalizer.text(q);
		List<Placement> found = this.placements.findAllByOrderByName()
			.stream()
			.filter((one) -> one.isArchived() == archived)
			.filter((one) -> TextNormalizer.text(one.name()).contains(wanted) || one.slug().contains(wanted))
			.toList();
		model.addAttribute("rows", rows(found.subList(0, Math.min(SHOWN, found.size()))));
		model.addAttribute("total", found.size());
		model.addAttribute("q", q);
		model.addAttribute("archived", archived);
		model.addAttribute("narrowed", archived || !wanted.isEmpty());
		return "offer/placement/list";
	}

	private List<Row> rows(List<Placement> shown) {
		Map<String, Integer> counts = this.uses.counts("placement",
				shown.stream().map(Placement::slug).collect(Collectors.toSet()));
		return shown.stream().map((one) -> new Row(one, counts.getOrDefault(one.slug(), 0))).toList();
	}

}
