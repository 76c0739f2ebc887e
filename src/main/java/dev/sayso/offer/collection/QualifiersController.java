package dev.sayso.offer.collection;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.placement.CatalogueForm;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Slug;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

@ConsolePage
@RequestMapping("/qualifiers")
class QualifiersController {

	private final Qualifiers qualifiers;

	private final QualifierManagement management;

	private final QualifierUsages usages;

	private final AuditedChanges changes;

	private final Clock clock;

	QualifiersController(Qualifiers qualifiers, QualifierManagement management, QualifierUsages usages,
			AuditedChanges changes, Clock clock) {
		this.qualifiers = qualifiers;
		this.management = management;
		this.usages = usages;
		this.changes = changes;
		this.clock = clock;
	}

	/**
	 * A qualifier as it is typed.
	 *
	 * @param version the one that was shown
	 * @param slug given once
	 */
	record Form(int version, @NotBlank(message = "{catalogue.fault.name}") @Size(max = 200,
			message = "{catalogue.fault.name.long}") String name, String slug) implements CatalogueForm {

		static final Form BLANK = new Form(-1, "", "");

		Form {
			slug = Slug.typed(slug, name, RESERVED);
		}

	}

	record Row(Qualifier qualifier, QualifierUsages.Tally uses) {

	}

	@GetMapping
	ModelAndView list() {
		return page(Form.BLANK, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid Form form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) {
		form.checkNew(errors);
		if (!errors.hasErrors()) {
			try {
				Qualifier created = this.changes.create(this.qualifiers,
						Qualifier.create(form.slug(), form.name(), this.clock.instant(), actor.name()), actor);
				Flash.done(redirect, "qualifier.created", created.name());
				return new ModelAndView("redirect:/qualifiers");
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("slug", "qualifier.fault.slug.taken");
			}
		}
		return page(form, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PutMapping("/{id}")
	ModelAndView rename(@PathVariable String id, @ModelAttribute("renamed") @Valid Form renamed, BindingResult errors,
			Actor actor, RedirectAttributes redirect) {
		Qualifier before = this.qualifiers.get(id);
		HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
		if (!errors.hasErrors()) {
			try {
				Qualifier after = this.changes.edit(this.qualifiers, before.id(), renamed.version(),
						(seen) -> seen.rename(renamed.name(), this.clock.instant(), actor.name()), actor);
				Flash.done(redirect, "qualifier.renamed", after.name());
				return new ModelAndView("redirect:/qualifiers");
			}
			catch (StaleEditException ex) {
				errors.rejectValue("name", "qualifier.fault.stale");
				status = HttpStatus.CONFLICT;
			}
		}
		return page(Form.BLANK, status).addObject("edited", before.id());
	}

	@DeleteMapping("/{id}")
	String delete(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		Qualifier qualifier = this.qualifiers.get(id);
		if (this.management.delete(qualifier.id(), actor)) {
			Flash.done(redirect, "qualifier.deleted", qualifier.name());
		}
		else {
			Flash.error(redirect, "qualifier.in-use", qualifier.name());
		}
		return "redirect:/qualifiers";
	}

	private ModelAndView page(Form form, HttpStatus status) {
		Map<String, QualifierUsages.Tally> tallies = this.usages.all();
		List<Row> rows = this.qualifiers.findAllByOrderByName()
			.stream()
			.map((qualifier) -> new Row(qualifier, tallies.getOrDefault(qualifier.slug(), QualifierUsages.Tally.NONE)))
			.toList();
		return new ModelAndView("offer/collection/qualifiers", status).addObject("form", form).addObject("rows", rows);
	}

}
