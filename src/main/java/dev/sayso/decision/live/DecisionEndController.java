package dev.sayso.decision.live;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.decision.review.DecisionFinding;
import dev.sayso.decision.review.DecisionReview;
import dev.sayso.decision.review.FindingMessages;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The end of a decision, and its return.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/completion")
class DecisionEndController {

	/** In so many days one is told how often it was asked for. */
	private static final int RECENT = 7;

	private final Decisions decisions;

	private final DecisionManagement management;

	private final LiveHeads heads;

	private final OutcomeViews outcomes;

	private final DecisionReview review;

	private final FindingMessages findings;

	DecisionEndController(Decisions decisions, DecisionManagement management, LiveHeads heads, OutcomeViews outcomes,
			DecisionReview review, FindingMessages findings) {
		this.decisions = decisions;
		this.management = management;
		this.heads = heads;
		this.outcomes = outcomes;
		this.review = review;
		this.findings = findings;
	}

	/** Asks a second time before it ends, and says who asks for it still. */
	@GetMapping
	ModelAndView confirm(@PathVariable String id) {
		Decision decision = this.decisions.get(id);
		if (decision.status() != Decision.Status.LIVE) {
			return new ModelAndView("redirect:/decisions/" + decision.slug());
		}
		return new ModelAndView("decision/live/completion").addObject("head", this.heads.find(decision).orElseThrow())
			.addObject("view", this.outcomes.view(decision, RECENT, "", false));
	}

	@PutMapping
	String end(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		if (decision.status() == Decision.Status.LIVE) {
			this.management.complete(decision.id(), version, actor);
		}
		Flash.done(redirect, "decision.completed", decision.name());
		return "redirect:/decisions/" + decision.slug();
	}

	/** Starts it again as it was, unless that cannot decide any more. */
	@DeleteMapping
	ModelAndView resume(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		LiveHeadView head = this.heads.find(decision).orElse(null);
		if (head == null || !head.isComplete()) {
			return new ModelAndView("redirect:/decisions/" + decision.slug());
		}
		Decision before = decision.edit(head.version().name(), decision.description(), head.version().content(),
				decision.changedAt(), decision.changedBy());
		List<DecisionFinding> errors = this.review.review(before).stream().filter(DecisionFinding::isError).toList();
		if (!errors.isEmpty()) {
			return new ModelAndView("decision/live/resumption", HttpStatus.UNPROCESSABLE_CONTENT)
				.addObject("head", head)
				.addObject("findings", this.findings.say(errors, before));
		}
		Decision resumed = this.management.resume(decision.id(), version, actor);
		Flash.done(redirect, "decision.published", resumed.name(), String.valueOf(resumed.live()));
		return new ModelAndView("redirect:/decisions/" + resumed.slug());
	}

}
