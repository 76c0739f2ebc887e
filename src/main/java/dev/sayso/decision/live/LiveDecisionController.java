package dev.sayso.decision.live;

import java.util.Map;
import java.util.Optional;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DraftAddress;
import dev.sayso.shared.page.ConsolePage;

/**
 * The page of a published decision, to which one comes back. Of one that never was, its
 * draft is all there is.
 */
@ConsolePage
@RequestMapping("/decisions/{id}")
class LiveDecisionController {

	private final Decisions decisions;

	private final LiveHeads heads;

	private final OutcomeViews outcomes;

	private final VersionRows versions;

	private final SeenContents seen;

	private final SiteCallViews calls;

	LiveDecisionController(Decisions decisions, LiveHeads heads, OutcomeViews outcomes, VersionRows versions,
			SeenContents seen, SiteCallViews calls) {
		this.decisions = decisions;
		this.heads = heads;
		this.outcomes = outcomes;
		this.versions = versions;
		this.seen = seen;
		this.calls = calls;
	}

	@GetMapping
	ModelAndView show(@PathVariable String id, @RequestParam Map<String, String> asked) {
		Decision decision = this.decisions.get(id);
		Optional<LiveHeadView> head = this.heads.find(decision);
		return head.map((published) -> page(published, LiveQuery.of(asked, published)))
			.orElseGet(() -> new ModelAndView("redirect:" + DraftAddress.of(decision)));
	}

	private ModelAndView page(LiveHeadView head, LiveQuery query) {
		Decision decision = head.decision();
		return new ModelAndView("decision/live/show").addObject("head", head)
			.addObject("query", query)
			.addObject("spans", LiveQuery.SPANS)
			.addObject("view", this.outcomes.view(decision, query.days(), query.placement(), query.daily()))
			.addObject("differences", this.versions.differences(head))
			.addObject("versions", this.versions.newest(decision))
			.addObject("seen", this.seen.view(decision, query))
			.addObject("how", this.calls.view(head, query));
	}

	/** Where it was before the page of a decision had it. */
	@GetMapping("/outcomes")
	String outcomes(@PathVariable String id, @RequestParam Map<String, String> asked) {
		Decision decision = this.decisions.get(id);
		return "redirect:/decisions/" + decision.slug()
				+ LiveQuery.span(asked.get("days")).map((days) -> "?days=" + days).orElse("");
	}

}
