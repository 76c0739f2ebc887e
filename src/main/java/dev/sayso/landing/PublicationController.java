package dev.sayso.landing;

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

import dev.sayso.consent.ConsentSettings;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ConsolePage;
import dev.sayso.shared.Flash;
import dev.sayso.shared.Moments;
import dev.sayso.shared.StaleEdit;

/**
 * A page's publication: reviewed, made, and taken back.
 */
@ConsolePage
@RequestMapping("/landing-pages/{id}/publication")
class PublicationController {

	private final LandingPages pages;

	private final PublishPage publish;

	private final ShowHead heads;

	private final PartWords words;

	private final ConsentSettings settings;

	private final Moments moments;

	PublicationController(LandingPages pages, PublishPage publish, ShowHead heads, PartWords words,
			ConsentSettings settings, Moments moments) {
		this.pages = pages;
		this.publish = publish;
		this.heads = heads;
		this.words = words;
		this.settings = settings;
		this.moments = moments;
	}

	@GetMapping
	ModelAndView review(@PathVariable String id) {
		return review(this.pages.get(id), HttpStatus.OK);
	}

	@PutMapping
	ModelAndView publish(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		LandingPage page = this.pages.get(id);
		if (findings(page).stream().anyMatch((finding) -> finding.weight() == Finding.Weight.FIX)) {
			return review(page, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			LandingPage published = this.publish.publish(page.id(), version, actor);
			Flash.done(redirect, "landing.published", published.name(), String.valueOf(published.published()));
			return new ModelAndView("redirect:/landing-pages/" + id + "/publication");
		}
		catch (StaleEdit ex) {
			return review(this.pages.get(id), HttpStatus.CONFLICT).addObject("stale", true);
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
		catch (StaleEdit ex) {
			return review(this.pages.get(id), HttpStatus.CONFLICT).addObject("stale", true);
		}
	}

	private ModelAndView review(LandingPage page, HttpStatus status) {
		List<PartWords.Found> found = findings(page).stream().map((finding) -> this.words.say(finding, page)).toList();
		return new ModelAndView("landing/publication",
				Map.of("head", this.heads.of(page), "findings", found, "blocked",
						found.stream().anyMatch((one) -> one.weight().equals("fix")), "differences",
						this.words.differences(this.heads.published(page), PageParts.of(page.name(), page.draft())),
						"optOut", page.canOptOut(page.draft())),
				status);
	}

	private List<Finding> findings(LandingPage page) {
		return ReviewPage.of(page.kind(), page.draft(), this.settings.channelsInUse(), this.moments.now());
	}

}
