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
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListQuery;

/**
 * The placements, listed.
 */
@ConsolePage
@RequestMapping("/placements")
class PlacementsController {

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
	String list(@RequestParam Map<String, String> parameters, Model model) {
		ListQuery query = new ListQuery("/placements", List.of(ListFilter.ARCHIVED), List.of("name"), parameters);
		List<Placement> all = this.placements.findAllByOrderByName();
		model.addAttribute("list",
				query.page(all.stream().filter((placement) -> matches(placement, query)).toList(), all.size())
					.map(this::rows));
		return "offer/placement/list";
	}

	private static boolean matches(Placement placement, ListQuery query) {
		return placement.isArchived() == query.archived()
				&& query.finds(TextNormalizer.text(placement.name()), placement.slug());
	}

	private List<Row> rows(List<Placement> shown) {
		Map<String, Integer> counts = this.usages.counts("placement",
				shown.stream().map(Placement::slug).collect(Collectors.toSet()));
		return shown.stream().map((placement) -> new Row(placement, counts.getOrDefault(placement.slug(), 0))).toList();
	}

}
