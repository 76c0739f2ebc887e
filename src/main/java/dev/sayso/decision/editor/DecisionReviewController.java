package dev.sayso.decision.editor;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.decision.Decision;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.review.DecisionFinding;
import dev.sayso.decision.review.DecisionReview;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.store.FourEyesException;

/**
 * The last step: a decision's draft is reviewed, and published at once or later.
 */
@ConsolePage
@RequestMapping("/decisions/{id}")
class DecisionReviewController {

	private final Decisions decisions;

	private final PublishDecision publication;

	private final ReviewPage page;

	private final DecisionReview review;

	private final TimeFormat times;

	private final Clock clock;

	DecisionReviewController(Decisions decisions, PublishDecision publication, ReviewPage page, DecisionReview review,
			TimeFormat times, Clock clock) {
		this.decisions = decisions;
		this.publication = publication;
		this.page = page;
		this.review = review;
		this.times = times;
		this.clock = clock;
	}

	@GetMapping("/review")
	ModelAndView review(@PathVariable String id, Actor actor) {
		Decision decision = this.decisions.get(id);
		return this.page.show(decision, this.review.reviewWithPeople(decision), actor, HttpStatus.OK);
	}

	/** Where somebody comes back to the address of a form that was refused. */
	@GetMapping("/publication")
	String back(@PathVariable String id) {
		return "redirect:/decisions/" + this.decisions.get(id).slug() + "/review";
	}

	/**
	 * Publishes the draft, or has it published later, and approves with it what is
	 * ticked.
	 */
	@PutMapping("/publication")
	ModelAndView publish(@PathVariable String id, @ModelAttribute("form") PublicationForm form, BindingResult errors,
			Actor actor, RedirectAttributes redirect) {
		Decision decision = this.decisions.get(id);
		ZoneId zone = form.zone(this.times.zone());
		Instant from = form.readBegin(this.times.zone(), this.clock.instant(), errors);
		List<DecisionFinding> findings = this.review.review(decision);
		boolean blocked = findings.stream().anyMatch(DecisionFinding::isError);
		if (blocked || errors.hasErrors()) {
			return again(decision, findings, form, actor, HttpStatus.UNPROCESSABLE_CONTENT)
				.addAllObjects(errors.getModel())
				.addObject("refused", blocked ? true : null);
		}
		try {
			return publish(decision, form, from, zone, actor, redirect);
		}
		catch (PublishDecision.UnapprovedException ex) {
			return again(decision, findings, form, actor, HttpStatus.UNPROCESSABLE_CONTENT)
				.addObject("unapproved", ex.offer())
				.addObject("needed", ex.needed());
		}
		catch (FourEyesException ex) {
			return again(decision, findings, form, actor, HttpStatus.FORBIDDEN);
		}
		catch (StaleEditException ex) {
			Decision theirs = this.decisions.get(id);
			if (from == null && theirs.status() == Decision.Status.LIVE && !this.publication.differs(theirs)) {
				return new ModelAndView("redirect:/decisions/" + theirs.slug());
			}
			return this.page.stale(theirs,
					this.page.show(theirs, this.review.review(theirs), actor, HttpStatus.CONFLICT));
		}
	}

	private ModelAndView publish(Decision decision, PublicationForm form, @Nullable Instant from, ZoneId zone,
			Actor actor, RedirectAttributes redirect) {
		if (from == null) {
			Decision published = this.publication.publish(decision, form.version(), form.approved(), actor);
			Flash.done(redirect, "decision.published", published.name(), String.valueOf(published.live()));
		}
		else if (decision.status() != Decision.Status.LIVE || this.publication.differs(decision)) {
			this.publication.schedule(decision, form.version(), form.approved(), from, zone, actor);
			Flash.done(redirect, "decision.scheduled.done", decision.name(), String.valueOf(decision.next()),
					this.times.dayTime(from), this.times.zone().getId());
		}
		return new ModelAndView("redirect:/decisions/" + decision.slug()
				+ ((from != null && decision.live() == null) ? "/review" : ""));
	}

	private ModelAndView again(Decision decision, List<DecisionFinding> findings, PublicationForm form, Actor actor,
			HttpStatus status) {
		return this.page.show(decision, findings, form, actor, status);
	}

}
