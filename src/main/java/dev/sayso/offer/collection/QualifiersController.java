package dev.sayso.offer.collection;

import java.util.List;
import java.util.Map;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The qualifiers, listed and edited on one page.
 */
@ConsolePage
@RequestMapping("/qualifiers")
class QualifiersController {

	private final Qualifiers qualifiers;

	private final QualifierManagement management;

	private final QualifierUsages usages;

	QualifiersController(Qualifiers qualifiers, QualifierManagement management, QualifierUsages usages) {
		this.qualifiers = qualifiers;
		this.management = management;
		this.usages = usages;
	}

	/**
	 * A qualifier in the list.
	 *
	 * @param typed the name in its field
	 * @param fault message key of what is wrong with that; empty where nothing is
	 */
	record Row(Qualifier qualifier, QualifierUsages.Tally uses, String typed, String fault) {

	}

	@GetMapping
	ModelAndView list() {
		return page(QualifierForm.BLANK, HttpStatus.OK);
	}

	@PostMapping
	ModelAndView create(@RequestParam MultiValueMap<String, String> typed, Actor actor, RedirectAttributes redirect) {
		QualifierForm form = QualifierForm.read(typed);
		if (!form.isValid()) {
			return page(form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			Qualifier created = this.management.create(form.catalogue().slug(), form.catalogue().name(), actor);
			Flash.done(redirect, "qualifier.created", created.name());
			return new ModelAndView("redirect:/qualifiers");
		}
		catch (DuplicateKeyException ex) {
			return page(form.with(Map.of("slug", "qualifier.fault.slug.taken")), HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	@PutMapping("/{id}")
	ModelAndView rename(@PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Actor actor,
			RedirectAttributes redirect) {
		Qualifier before = this.qualifiers.get(id);
		QualifierForm form = QualifierForm.read(typed).about(before);
		if (!form.isValid()) {
			return page(form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			Qualifier renamed = this.management.rename(before.id(), form.catalogue().version(), form.catalogue().name(),
					actor);
			Flash.done(redirect, "qualifier.renamed", renamed.name());
			return new ModelAndView("redirect:/qualifiers");
		}
		catch (StaleEditException ex) {
			return page(form.with(Map.of("name", "qualifier.fault.stale")), HttpStatus.CONFLICT);
		}
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

	private ModelAndView page(QualifierForm form, HttpStatus status) {
		Map<String, QualifierUsages.Tally> tallies = this.usages.all();
		List<Row> rows = this.qualifiers.findAllByOrderByName()
			.stream()
			.map((qualifier) -> form.row(qualifier, tallies.getOrDefault(qualifier.slug(), QualifierUsages.Tally.NONE)))
			.toList();
		return new ModelAndView("offer/collection/qualifiers", status).addObject("form", form)
			.addObject("fresh", form.isFresh() ? form : QualifierForm.BLANK)
			.addObject("rows", rows);
	}

}
