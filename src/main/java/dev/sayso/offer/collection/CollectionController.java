package dev.sayso.offer.collection;

import jakarta.validation.Valid;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
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
		return this.page.render(CollectionForm.BLANK, null, new CollectionPage.Mode(false, true), HttpStatus.OK);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id, @ModelAttribute("pageFrame") PageFrame pageFrame) {
		Collection collection = this.collections.get(id);
		return this.page.render(CollectionForm.of(collection), collection,
				new CollectionPage.Mode(false, pageFrame.markets()), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid CollectionForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String act, Actor actor, RedirectAttributes redirect) {
		if (isSearch(form, act)) {
			return this.page.redraw(form, null, act);
		}
		form.checkKey(errors);
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				Collection created = this.management.create(form.slug(), form.name(), form.description(),
						form.content(), actor);
				Flash.done(redirect, "collection.created", created.name());
				return new ModelAndView("redirect:/collections/" + created.slug());
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("slug", "collection.fault.slug.taken");
			}
		}
		return this.page.render(form, null, EDITED, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") @Valid CollectionForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String act, Actor actor, RedirectAttributes redirect) {
		Collection collection = this.collections.get(id);
		if (isSearch(form, act)) {
			return this.page.redraw(form, collection, act);
		}
		form.check(errors);
		if (errors.hasErrors()) {
			return this.page.render(form, collection, EDITED, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			Collection saved = this.management.edit(collection.id(), form.version(), form.name(), form.description(),
					form.content(), actor);
			Flash.done(redirect, "collection.saved", saved.name());
			return new ModelAndView("redirect:/collections/" + saved.slug());
		}
		catch (StaleEditException ex) {
			Collection theirs = this.collections.get(id);
			return this.page.render(form, theirs, EDITED, HttpStatus.CONFLICT).addObject("stale", theirs);
		}
	}

	/**
	 * The form again after one of its buttons: nothing is saved. A form of a collection
	 * that is there already says PUT.
	 */
	@RequestMapping(path = "/draft", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView redraw(@ModelAttribute("form") CollectionForm form, @RequestParam(defaultValue = "") String collection,
			@RequestParam(defaultValue = "") String act) {
		return this.page.redraw(form, collection.isBlank() ? null : this.collections.get(collection.strip()), act);
	}

	/**
	 * Whether somebody who looks for an offer pressed Enter, and did not mean to save.
	 */
	private static boolean isSearch(CollectionForm form, String act) {
		return !form.isDynamic() && !form.find().isEmpty() && act.equals("enter");
	}

}
