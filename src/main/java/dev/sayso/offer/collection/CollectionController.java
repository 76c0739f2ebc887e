package dev.sayso.offer.collection;

import java.util.Map;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.offer.placement.CatalogueForm;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.PageFrame;

/**
 * A collection in its form.
 */
@ConsolePage
@RequestMapping("/collections")
class CollectionController {

	private static final CollectionPage.Mode EDITED = new CollectionPage.Mode(true, true);

	private final Collections collections;

	private final CollectionManagement keep;

	private final CollectionPage show;

	private final DraftCollection drafts;

	CollectionController(Collections collections, CollectionManagement keep, CollectionPage show,
			DraftCollection drafts) {
		this.collections = collections;
		this.keep = keep;
		this.show = show;
		this.drafts = drafts;
	}

	@GetMapping("/new")
	ModelAndView draft() {
		return this.show.page(CollectionForm.BLANK, this.show.shelf(), new CollectionPage.Mode(false, true),
				HttpStatus.OK);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id, @ModelAttribute("chrome") PageFrame chrome) {
		return this.show.page(CollectionForm.of(this.collections.get(id)), this.show.shelf(),
				new CollectionPage.Mode(false, chrome.markets()), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@RequestParam MultiValueMap<String, String> typed, Actor actor, RedirectAttributes redirect) {
		CollectionForm form = CollectionForm.read(typed);
		if (looksFor(form, typed)) {
			return this.drafts.redraw(form, "enter");
		}
		try {
			return form.checked().isValid() ? created(form, actor, redirect) : again(form.checked());
		}
		catch (DuplicateKeyException ex) {
			return again(form.with(Map.of("slug", "collection.fault.slug.taken")));
		}
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Actor actor,
			RedirectAttributes redirect) {
		Collection collection = this.collections.get(id);
		CollectionForm form = CollectionForm.read(typed).about(collection);
		if (looksFor(form, typed)) {
			return this.drafts.redraw(form, "enter");
		}
		try {
			return form.checked().isValid() ? saved(collection, form, actor, redirect) : again(form.checked());
		}
		catch (StaleEditException ex) {
			return this.show.page(form, this.show.shelf(), EDITED, HttpStatus.CONFLICT)
				.addObject("stale", this.collections.get(id));
		}
	}

	/**
	 * Whether somebody who looks for an offer pressed Enter, and did not mean to save.
	 */
	private static boolean looksFor(CollectionForm form, MultiValueMap<String, String> typed) {
		return !form.dynamic() && !form.find().isEmpty() && "enter".equals(typed.getFirst("act"));
	}

	private ModelAndView created(CollectionForm form, Actor actor, RedirectAttributes redirect) {
		CatalogueForm names = form.names();
		Collection made = this.keep.create(names.slug(), names.name(), names.description(), form.content(), actor);
		Flash.done(redirect, "collection.created", made.name());
		return new ModelAndView("redirect:/collections/" + made.slug());
	}

	private ModelAndView saved(Collection before, CollectionForm form, Actor actor, RedirectAttributes redirect) {
		CatalogueForm names = form.names();
		Collection saved = this.keep.edit(before.id(), names.version(), names.name(), names.description(),
				form.content(), actor);
		Flash.done(redirect, "collection.saved", saved.name());
		return new ModelAndView("redirect:/collections/" + saved.slug());
	}

	private ModelAndView again(CollectionForm form) {
		return this.show.page(form, this.show.shelf(), EDITED, HttpStatus.UNPROCESSABLE_CONTENT);
	}

}
