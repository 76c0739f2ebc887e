package dev.sayso.landing.editor;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
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
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * A page in its editor.
 */
@ConsolePage
@RequestMapping("/landing-pages/{id}")
class LandingPageController {

	private final LandingPages pages;

	private final PageEditorViews editorViews;

	private final PageHeadViews heads;

	private final PageFormParser parser;

	private final PageManagement management;

	private final PreviewPeople people;

	LandingPageController(LandingPages pages, PageEditorViews editorViews, PageHeadViews heads, PageFormParser parser,
			PageManagement management, PreviewPeople people) {
		this.pages = pages;
		this.editorViews = editorViews;
		this.heads = heads;
		this.parser = parser;
		this.management = management;
		this.people = people;
	}

	@GetMapping
	ModelAndView show(@PathVariable String id, @RequestParam @Nullable String language,
			@RequestParam(defaultValue = "") String profile, @RequestParam(defaultValue = "") String find) {
		LandingPage page = this.pages.get(id);
		ModelAndView view = view(this.editorViews.of(page, PageForm.of(page), language), HttpStatus.OK);
		return view.addObject("people", this.people.choices(page, profile, find));
	}

	@PutMapping
	ModelAndView save(@PathVariable String id, @RequestParam Map<String, String> typed,
			@RequestParam(defaultValue = "-1") int version, @RequestParam @Nullable String language, Actor actor,
			RedirectAttributes redirect) {
		LandingPage page = this.pages.get(id);
		PageFormParser.Read read = this.parser.of(page, typed);
		if (!read.form().isValid()) {
			return view(this.editorViews.of(page, read.form(), typed.get("shown")), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			LandingPage saved = this.management.edit(page.id(), version, read.name(), read.content(), actor);
			if (!saved.equals(page)) {
				Flash.done(redirect, "landing.saved", saved.name());
			}
			redirect.addFlashAttribute("focus", read.focus());
			return new ModelAndView("redirect:/landing-pages/" + id + read.back());
		}
		catch (StaleEditException ex) {
			return view(this.editorViews.stale(this.pages.get(id), read.form(), typed.get("shown")),
					HttpStatus.CONFLICT);
		}
	}

	@GetMapping("/deletion")
	String deletion(@PathVariable String id, Model model) {
		LandingPage page = this.pages.get(id);
		model.addAttribute("head", this.heads.of(page));
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

	private ModelAndView view(PageEditorView editor, HttpStatus status) {
		Map<String, Object> model = new HashMap<>();
		model.put("view", editor);
		model.put("head", editor.head());
		model.put("people", this.people.choices(editor.head().page(), "", ""));
		return new ModelAndView("landing/editor/edit", model, status);
	}

}
