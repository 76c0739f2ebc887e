package dev.sayso.landing.editor;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.review.PageFinding;
import dev.sayso.landing.review.PageReviews;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Goes back and forth among the changes of a draft, and fixes at one press what its
 * review found.
 */
@ConsolePage
@RequestMapping("/landing-pages/{id}")
class StepsController {

	private final LandingPages pages;

	private final PageManagement management;

	private final PageReviews reviews;

	StepsController(LandingPages pages, PageManagement management, PageReviews reviews) {
		this.pages = pages;
		this.management = management;
		this.reviews = reviews;
	}

	@PutMapping("/steps")
	String step(@PathVariable String id, @RequestParam String act, @RequestParam(defaultValue = "") String language,
			Actor actor, RedirectAttributes redirect) {
		LandingPage page = this.pages.get(id);
		boolean back = Choices.read(act, "undo", "redo").equals("undo");
		if (back) {
			this.management.undo(page.id(), actor);
		}
		else {
			this.management.redo(page.id(), actor);
		}
		redirect.addFlashAttribute("focus", act);
		return "redirect:/landing-pages/" + page.id() + language(language);
	}

	/**
	 * Does what the button beside a finding says; one that is not found any more was
	 * fixed meanwhile.
	 * @param from {@code review} where the button stands in the review
	 */
	@PostMapping("/fixes")
	String fix(@PathVariable String id, @RequestParam String finding, @RequestParam(defaultValue = "") String from,
			@RequestParam(defaultValue = "") String language, Actor actor, RedirectAttributes redirect) {
		LandingPage page = this.pages.get(id);
		this.reviews.find(page, finding).map(PageFinding::fix).ifPresent((fix) -> {
			this.management.change(page.id(), fix.change(), actor);
			Flash.done(redirect, "landing.fixed");
		});
		return from.equals("review") ? "redirect:/landing-pages/" + page.id() + "/publication"
				: "redirect:/landing-pages/" + page.id() + language(language) + "#findings";
	}

	private static String language(String language) {
		return PageContent.LANGUAGES.contains(language) ? "?language=" + language : "";
	}

}
