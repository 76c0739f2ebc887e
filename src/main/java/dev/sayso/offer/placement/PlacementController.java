package dev.sayso.offer.placement;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.offer.text.ContentType;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;
import dev.sayso.shared.page.PageFrame;

/**
 * A placement in its form.
 */
@ConsolePage
@RequestMapping("/placements")
class PlacementController {

	private final Placements placements;

	private final PlacementManagement management;

	private final CatalogueUsages usages;

	PlacementController(Placements placements, PlacementManagement management, CatalogueUsages usages) {
		this.placements = placements;
		this.management = management;
		this.usages = usages;
	}

	@GetMapping("/new")
	ModelAndView draft() {
		return page(PlacementForm.BLANK, null, true, HttpStatus.OK);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id, @ModelAttribute("pageFrame") PageFrame pageFrame) {
		Placement placement = this.placements.get(id);
		return page(PlacementForm.of(placement), placement, pageFrame.markets(), HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid PlacementForm form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) {
		form.checkNew(errors);
		if (!errors.hasErrors()) {
			try {
				Placement created = this.management.create(form.slug(), form.name(), form.description(),
						new Surface(form.surface()), ContentType.of(form.contentType()).orElseThrow(), form.shown(),
						actor);
				Flash.done(redirect, "placement.created", created.name());
				return new ModelAndView("redirect:/placements/" + created.slug());
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("slug", "placement.fault.slug.taken");
			}
		}
		return page(form, null, true, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") @Valid PlacementForm form, BindingResult errors,
			Actor actor, RedirectAttributes redirect) {
		Placement placement = this.placements.get(id);
		if (errors.hasErrors()) {
			return page(form, placement, true, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			Placement saved = this.management.edit(placement.id(), form.version(), form.name(), form.description(),
					form.shown(), actor);
			Flash.done(redirect, "placement.saved", saved.name());
			return new ModelAndView("redirect:/placements/" + saved.slug());
		}
		catch (StaleEditException ex) {
			Placement theirs = this.placements.get(id);
			return page(form, theirs, true, HttpStatus.CONFLICT).addObject("stale", theirs);
		}
	}

	private ModelAndView page(PlacementForm form, @Nullable Placement placement, boolean open, HttpStatus status) {
		return new ModelAndView("offer/placement/edit", status).addObject("form", form)
			.addObject("placement", placement)
			.addObject("open", open)
			.addObject("surfaces", Surface.all())
			.addObject("types", ContentType.values())
			.addObject("uses",
					(placement != null) ? this.usages.find("placement", placement.slug()) : CatalogueUsages.Uses.NONE);
	}

}
