package dev.sayso.decision.editor;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.FieldChange;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.review.DecisionFinding;
import dev.sayso.decision.review.DecisionReview;
import dev.sayso.decision.review.FindingMessages;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The last step: a decision's draft is reviewed, and published.
 */
@ConsolePage
@RequestMapping("/decisions/{id}")
class DecisionReviewController {

	private final Decisions decisions;

	private final DecisionVersions versions;

	private final PublishDecision publication;

	private final DecisionPage page;

	private final DecisionReview review;

	private final FindingMessages findingMessages;

	private final DecisionMessages messages;

	DecisionReviewController(Decisions decisions, DecisionVersions versions, PublishDecision publication,
			DecisionPage page, DecisionReview review, FindingMessages findingMessages, DecisionMessages messages) {
		this.decisions = decisions;
		this.versions = versions;
		this.publication = publication;
		this.page = page;
		this.review = review;
		this.findingMessages = findingMessages;
		this.messages = messages;
	}

	@GetMapping("/review")
	ModelAndView review(@PathVariable String id) {
		Decision decision = this.decisions.get(id);
		return page(decision, this.review.reviewWithPeople(decision), HttpStatus.OK);
	}

	/**
	 * Publishes the draft, and approves with it what is ticked.
	 * @param approve the offers that waited for it, as {@code key.version}
	 */
	@PutMapping("/publication")
	ModelAndView publish(@PathVariable String id, @RequestParam(defaultValue = "-1") int version,
			@RequestParam(defaultValue = "") List<String> approve, Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		Choices.check(approve.stream().allMatch((one) -> one.matches("[a-z0-9-]{1,60}\\.\\d{1,9}")));
		List<DecisionFinding> findings = this.review.review(decision);
		if (findings.stream().anyMatch(DecisionFinding::isError)) {
			return page(decision, findings, HttpStatus.UNPROCESSABLE_CONTENT).addObject("refused", true);
		}
		try {
			Decision published = this.publication.publish(decision, version, approve, actor);
			Flash.done(redirect, "decision.published", published.name(), String.valueOf(published.live()));
			return new ModelAndView("redirect:/decisions/" + published.slug());
		}
		catch (PublishDecision.UnapprovedException ex) {
			return page(decision, findings, HttpStatus.UNPROCESSABLE_CONTENT).addObject("unapproved", ex.offer());
		}
		catch (StaleEditException ex) {
			Decision theirs = this.decisions.get(id);
			if (theirs.status() == Decision.Status.LIVE && !this.publication.differs(theirs)) {
				return new ModelAndView("redirect:/decisions/" + theirs.slug());
			}
			return this.page.stale(page(theirs, this.review.review(theirs), HttpStatus.CONFLICT), theirs, theirs);
		}
	}

	private ModelAndView page(Decision decision, List<DecisionFinding> findings, HttpStatusCode status) {
		long errors = findings.stream().filter(DecisionFinding::isError).count();
		ModelAndView page = this.page.page("decision/editor/review", decision);
		page.setStatus(status);
		return page.addObject("findings", this.findingMessages.say(findings, decision))
			.addObject("errors", errors)
			.addObject("warnings", findings.size() - errors)
			.addObject("waiting", this.publication.waiting(decision))
			.addObject("differences", differences(decision));
	}

	/** How the draft differs from what was published last. */
	private List<FieldChange> differences(Decision decision) {
		return this.versions.find(decision.id(), decision.live())
			.map((version) -> this.messages.differences(DecisionParts.of(version.name(), version.content()),
					DecisionParts.of(decision.name(), decision.draft())))
			.orElse(List.of());
	}

}
