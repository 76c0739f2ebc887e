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
import org.springframework.web.bind.annotation.RequestMethod;
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

	private final CollectionManagement management;

	private final CollectionPage page;

	CollectionController(Collections collections, CollectionManagement management, CollectionPage page) {
		this.collections = collections;
		this.management = management;
		this.page = page;
	}

	@GetMapping("/new")
	ModelAndView draft() {
		return this.page.render(CollectionForm.BLANK, new CollectionPage.Mode(false, true), HttpStatus.OK);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id, @ModelAttribute("pageFrame") PageFrame pageFrame) {
		return this.page.render(CollectionForm.of(this.collections.get(id)),
				new CollectionPage.Mode(false, pageFrame.markets()), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@RequestParam MultiValueMap<String, String> typed, Actor actor, RedirectAttributes redirect) {
		CollectionForm form = CollectionForm.read(typed);
		if (isSearch(form, typed)) {
			return this.page.redraw(form, "enter");
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
		if (isSearch(form, typed)) {
			return this.page.redraw(form, "enter");
		}
		try {
			return form.checked().isValid() ? saved(collection, form, actor, redirect) : again(form.checked());
		}
		catch (StaleEditException ex) {
			return this.page.render(form, EDITED, HttpStatus.CONFLICT).addObject("stale", this.collections.get(id));
		}
	}

	/**
	 * The form again after one of its buttons: nothing is saved. A form of a collection
	 * that is there already says PUT.
	 */
	@RequestMapping(path = "/draft", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView redraw(@RequestParam MultiValueMap<String, String> typed,
			@RequestParam(defaultValue = "") String act) {
		String id = CatalogueForm.first(typed, "collection");
		CollectionForm form = CollectionForm.read(typed);
		return this.page.redraw(id.isEmpty() ? form : form.about(this.collections.get(id)), act);
	}

	/**
	 * Whether somebody who looks for an offer pressed Enter, and did not mean to save.
	 */
	private static boolean isSearch(CollectionForm form, MultiValueMap<String, String> typed) {
		return !form.dynamic() && !form.find().isEmpty() && "enter".equals(typed.getFirst("act"));
	}

	private ModelAndView created(CollectionForm form, Actor actor, RedirectAttributes redirect) {
		CatalogueForm catalogue = form.catalogue();
		Collection created = this.management.create(catalogue.slug(), catalogue.name(), catalogue.description(),
				form.content(), actor);
		Flash.done(redirect, "collection.created", created.name());
		return new ModelAndView("redirect:/collections/" + created.slug());
	}

	private ModelAndView saved(Collection before, CollectionForm form, Actor actor, RedirectAttributes redirect) {
		CatalogueForm catalogue = form.catalogue();
		Collection saved = this.management.edit(before.id(), catalogue.version(), catalogue.name(),
				catalogue.description(), form.content(), actor);
		Flash.done(redirect, "collection.saved", saved.name());
		return new ModelAndView("redirect:/collections/" + saved.slug());
	}

	private ModelAndView again(CollectionForm form) {
		return this.page.render(form, EDITED, HttpStatus.UNPROCESSABLE_CONTENT);
	}

}
