package dev.sayso.decision.impact;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DecisionPage;
import dev.sayso.shared.page.ConsolePage;

/**
 * Shows who would get what of a draft: beside its board, and as a page where that cannot
 * be drawn in place. The numbers of a sample are followed by the exact ones.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/draft/reach")
class ReachController {

	private final Decisions decisions;

	private final ReachCount count;

	private final ExactReach exact;

	private final ReachViews views;

	private final DecisionPage page;

	ReachController(Decisions decisions, ReachCount count, ExactReach exact, ReachViews views, DecisionPage page) {
		this.decisions = decisions;
		this.count = count;
		this.exact = exact;
		this.views = views;
		this.page = page;
	}

	@GetMapping
	ModelAndView reach(@PathVariable String id,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
		Decision decision = this.decisions.get(id);
		return this.page.page((htmx != null) ? "decision/impact/_reach :: reach" : "decision/impact/reach", decision)
			.addObject("reach", view(decision));
	}

	private ReachView view(Decision decision) {
		long total = this.count.total();
		if (!ReachCount.samples(total)) {
			return this.views.view(decision, count(decision, total), null);
		}
		ReachFigure figure = this.exact.find(decision);
		ReachCount.Reach sample = (figure.reach() != null) ? null : count(decision, total);
		ReachCount.Reach whole = figure.reach();
		return this.views.view(decision, (whole != null) ? whole : Objects.requireNonNull(sample), figure);
	}

	private ReachCount.Reach count(Decision decision, long total) {
		return this.count.count(decision, total, (person, results) -> {
		});
	}

	/**
	 * How far the exact figure is, as a part of the panel that asks again by itself.
	 * @param look how often it was asked before
	 */
	@GetMapping("/exact")
	ModelAndView exact(@PathVariable String id, @RequestParam(defaultValue = "0") int look) {
		Decision decision = this.decisions.get(id);
		return this.page.page("decision/impact/_reach :: exact", decision)
			.addObject("exact", ReachView.Exact.of(this.exact.find(decision), Math.max(0, look)));
	}

}
