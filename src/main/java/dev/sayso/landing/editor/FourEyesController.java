package dev.sayso.landing.editor;

import java.util.function.Consumer;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * Whether a page is published by another than who changed it last, and what is asked of
 * that other.
 */
@ConsolePage
@RequestMapping("/landing-pages/{id}")
class FourEyesController {

	private final LandingPages pages;

	private final PageManagement management;

	FourEyesController(LandingPages pages, PageManagement management) {
		this.pages = pages;
		this.management = management;
	}

	@PostMapping("/publication/request")
	String request(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		return act(id, (page) -> this.management.request(page.id(), version, actor), redirect);
	}

	@PutMapping("/four-eyes")
	String require(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		return act(id, (page) -> this.management.requireFourEyes(page.id(), version, actor), redirect);
	}

	@DeleteMapping("/four-eyes")
	String release(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		return act(id, (page) -> this.management.releaseFourEyes(page.id(), version, actor), redirect);
	}

	private String act(String id, Consumer<LandingPage> act, RedirectAttributes redirect) {
		try {
			act.accept(this.pages.get(id));
		}
		catch (StaleEditException ex) {
			Flash.error(redirect, "landing.stale.title");
		}
		return "redirect:/landing-pages/" + id + "/publication";
	}

}
