package dev.sayso.offer.editor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.offer.CatalogueLabels;
import dev.sayso.offer.LanguageReaders;
import dev.sayso.offer.LanguageReaders.Readers;
import dev.sayso.offer.OfferLanguages;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

/**
 * The languages that offers are written in, in Settings, with how many people read each.
 */
@ConsolePage
@RequestMapping("/settings/offer-languages")
class LanguagesController {

	/** How many languages are proposed that people read. */
	private static final int PROPOSED = 8;

	private final OfferLanguages languages;

	private final LanguageReaders readers;

	private final CatalogueLabels labels;

	LanguagesController(OfferLanguages languages, LanguageReaders readers, CatalogueLabels labels) {
		this.languages = languages;
		this.readers = readers;
		this.labels = labels;
	}

	/**
	 * A language to choose.
	 *
	 * @param readers how many people read it; -1 where that was not counted in time
	 * @param offers how many offers are written in it
	 */
	record Row(String tag, String name, boolean ticked, long readers, long offers) {

	}

	@GetMapping
	ModelAndView show() {
		return page(new LanguagesForm(this.languages.all(), ""), HttpStatus.OK);
	}

	@PutMapping
	ModelAndView save(@ModelAttribute("form") LanguagesForm form, BindingResult errors, Actor actor,
			RedirectAttributes redirect) {
		List<String> chosen = form.chosen(errors);
		if (errors.hasErrors()) {
			return page(form, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		Flash.done(redirect, this.languages.set(chosen, actor) ? "offer-languages.saved" : "offer-languages.same");
		return new ModelAndView("redirect:/settings/offer-languages");
	}

	private ModelAndView page(LanguagesForm form, HttpStatus status) {
		Set<String> all = new LinkedHashSet<>(this.languages.allWith(form.languages()));
		all.addAll(this.languages.used());
		Readers counted = this.readers.count(all);
		all.addAll(counted.mostRead(PROPOSED));
		return new ModelAndView("offer/editor/languages", status).addObject("form", form)
			.addObject("rows",
					all.stream()
						.map((tag) -> new Row(tag, this.labels.language(tag), form.languages().contains(tag),
								counted.known() ? counted.count(tag) : -1, this.languages.offersIn(tag)))
						.toList());
	}

}
