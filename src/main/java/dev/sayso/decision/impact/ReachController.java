package dev.sayso.decision.impact;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DecisionPage;
import dev.sayso.shared.page.ConsolePage;

/**
 * Shows who would get what of a draft: beside its board, and as a page where that cannot
 * be drawn in place.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/draft/reach")
class ReachController {

	private final Decisions decisions;

	private final ReachCount reach;

	private final ReachViews views;

	private final DecisionPage page;

	ReachController(Decisions decisions, ReachCount reach, ReachViews views, DecisionPage page) {
		this.decisions = decisions;
		this.reach = reach;
		this.views = views;
		this.page = page;
	}

	@GetMapping
	ModelAndView reach(@PathVariable String id,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
		Decision decision = this.decisions.get(id);
		return this.page.page((htmx != null) ? "decision/impact/_reach :: reach" : "decision/impact/reach", decision)
			.addObject("reach", this.views.view(decision, this.reach.count(decision)));
	}

}
