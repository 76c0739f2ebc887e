package dev.sayso.decision.impact;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DecisionPage;
import dev.sayso.offer.Offer;
import dev.sayso.shared.page.ConsolePage;

/**
 * Shows who moves from what to what and what they will see: within the review of a draft,
 * and as a page where that cannot be drawn in place.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/review/movement")
class MovementController {

	private final Decisions decisions;

	private final DecisionCatalogue catalogue;

	private final ReachCount reach;

	private final MovementViews views;

	private final DecisionPage page;

	MovementController(Decisions decisions, DecisionCatalogue catalogue, ReachCount reach, MovementViews views,
			DecisionPage page) {
		this.decisions = decisions;
		this.catalogue = catalogue;
		this.reach = reach;
		this.views = views;
		this.page = page;
	}

	/**
	 * @param placement the key of the one of which everything is drawn; empty for none
	 * @param ticking whether the offers that wait are left out but for those ticked
	 * @param approve those that are ticked, as {@code key.version}
	 */
	@GetMapping
	ModelAndView movement(@PathVariable String id, @RequestParam(defaultValue = "") String language,
			@RequestParam(defaultValue = "") String placement, @RequestParam(defaultValue = "false") boolean ticking,
			@RequestParam(defaultValue = "") List<String> approve,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
		Decision decision = this.decisions.get(id);
		Set<String> without = ticking ? this.catalogue.waiting(decision.draft())
			.stream()
			.filter((offer) -> !approve.contains(offer.slug() + "." + offer.version()))
			.map(Offer::slug)
			.collect(Collectors.toSet()) : Set.of();
		return this.page
			.page((htmx != null) ? "decision/impact/_movement :: movement" : "decision/impact/movement", decision)
			.addObject("movement", this.views.view(decision, this.reach.compare(decision, without), language, placement,
					without.isEmpty()));
	}

}
