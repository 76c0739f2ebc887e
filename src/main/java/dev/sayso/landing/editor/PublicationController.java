package dev.sayso.landing.editor;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PublishPage;
import dev.sayso.landing.review.PageFinding;
import dev.sayso.landing.review.PageReviews;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.store.FourEyesException;

/**
 * A page's publication: reviewed, made, and taken back.
 */
@ConsolePage
@RequestMapping("/landing-pages/{id}/publication")
class PublicationController {

	private final LandingPages pages;

	private final PublishPage publish;

	private final PageHeadViews heads;

	private final PageMessages messages;

	private final PageReviews reviews;

	private final TimeFormat times;

	private final Clock clock;

	PublicationController(LandingPages pages, PublishPage publish, PageHeadViews heads, PageMessages messages,
			PageReviews reviews, TimeFormat times, Clock clock) {
		this.pages = pages;
		this.publish = publish;
		this.heads = heads;
		this.messages = messages;
		this.reviews = reviews;
		this.times = times;
		this.clock = clock;
	}

	@GetMapping
	ModelAndView review(@PathVariable String id, Actor actor) {
		return review(this.pages.get(id), actor, HttpStatus.OK);
	}

	@PutMapping
	ModelAndView publish(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		LandingPage page = this.pages.get(id);
		if (findings(page).stream().anyMatch((finding) -> finding.weight() == PageFinding.Weight.FIX)) {
			return review(page, actor, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			LandingPage published = this.publish.publish(page.id(), version, actor);
			say(published, redirect);
			return new ModelAndView("redirect:/landing-pages/" + id + "/publication");
		}
		catch (FourEyesException ex) {
			return review(page, actor, HttpStatus.FORBIDDEN);
		}
		catch (StaleEditException ex) {
			return review(this.pages.get(id), actor, HttpStatus.CONFLICT).addObject("stale", true);
		}
	}

	@DeleteMapping
	ModelAndView unpublish(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		LandingPage page = this.pages.get(id);
		try {
			this.publish.unpublish(page.id(), version, actor);
			Flash.done(redirect, "landing.unpublished", page.name());
			return new ModelAndView("redirect:/landing-pages/" + id + "/publication");
		}
		catch (StaleEditException ex) {
			return review(this.pages.get(id), actor, HttpStatus.CONFLICT).addObject("stale", true);
		}
	}

	private void say(LandingPage published, RedirectAttributes redirect) {
		String number = String.valueOf(published.published());
		Instant opens = published.upcomingAt(this.clock.instant());
		if (opens == null) {
			Flash.done(redirect, "landing.published", published.name(), number);
		}
		else {
			Flash.done(redirect, "landing.published.later", published.name(), number, this.times.dayTime(opens),
					this.times.zone().getId());
		}
	}

	private ModelAndView review(LandingPage page, Actor actor, HttpStatus status) {
		List<PageMessages.Found> found = findings(page).stream()
			.map((finding) -> this.messages.say(finding, page))
			.toList();
		return new ModelAndView("landing/editor/publication",
				Map.of("head", this.heads.view(page), "findings", found, "blocked",
						found.stream().anyMatch((finding) -> finding.weight().equals("fix")), "differences",
						this.messages.differences(this.heads.published(page), this.heads.draft(page)), "optOut",
						page.canOptOut(page.draft())),
				status)
			.addObject("eyes", this.heads.eyes(page, actor));
	}

	private List<PageFinding> findings(LandingPage page) {
		return this.reviews.review(page);
	}

}
