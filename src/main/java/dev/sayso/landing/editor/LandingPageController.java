package dev.sayso.landing.editor;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LandingPages;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * A page in its editor.
 */
@ConsolePage
@RequestMapping("/landing-pages/{id}")
class LandingPageController {

	private final LandingPages pages;

	private final PageEditor editor;

	private final PageHeadViews heads;

	private final PageManagement management;

	LandingPageController(LandingPages pages, PageEditor editor, PageHeadViews heads, PageManagement management) {
		this.pages = pages;
		this.editor = editor;
		this.heads = heads;
		this.management = management;
	}

	/**
	 * The editor.
	 * @param block the block that is open
	 * @param profile whom the preview is shown to
	 * @param find what was typed to find somebody
	 */
	@GetMapping
	ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "") String language,
			@RequestParam(defaultValue = "") String block, @RequestParam(defaultValue = "") String profile,
			@RequestParam(defaultValue = "") String find) {
		return this.editor.show(this.pages.get(id), language, block, profile, find);
	}

	@GetMapping("/deletion")
	String deletion(@PathVariable String id, Model model) {
		LandingPage page = this.pages.get(id);
		model.addAttribute("head", this.heads.view(page));
		return (page.published() == null) ? "landing/editor/deletion"
				: "redirect:/landing-pages/" + id + "/publication";
	}

	@DeleteMapping
	String delete(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		LandingPage page = this.pages.get(id);
		this.management.delete(page.id(), actor);
		Flash.done(redirect, "landing.deleted", page.name());
		return "redirect:/landing-pages";
	}

}
