package dev.sayso.offer.editor;

import java.util.LinkedHashMap;
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

import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferFault;
import dev.sayso.offer.OfferManagement;
import dev.sayso.offer.Offers;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.PageFrame;

/**
 * An offer in its editor.
 */
@ConsolePage
@RequestMapping("/offers")
class OfferController {

	private final Offers offers;

	private final OfferManagement management;

	private final OfferFormParser parser;

	private final OfferPage page;

	private final TimeFormat times;

	OfferController(Offers offers, OfferManagement management, OfferFormParser parser, OfferPage page,
			TimeFormat times) {
		this.offers = offers;
		this.management = management;
		this.parser = parser;
		this.page = page;
		this.times = times;
	}

	@GetMapping("/new")
	ModelAndView draft(@RequestParam(defaultValue = "false") boolean fallback) {
		return this.page.form(OfferForm.blank(fallback, this.times.zone().getId()), true);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id, @RequestParam Map<String, String> choices,
			@ModelAttribute("pageFrame") PageFrame pageFrame) {
		OfferForm form = OfferForm.of(this.offers.get(id));
		Map<String, String> values = new LinkedHashMap<>(form.values());
		for (String choice : new String[] { "shown", "profile", "find" }) {
			values.put(choice, choices.getOrDefault(choice, ""));
		}
		return this.page.form(form.with(values), pageFrame.markets());
	}

	@PostMapping
	ModelAndView create(@RequestParam MultiValueMap<String, String> typed, Actor actor, RedirectAttributes redirect) {
		OfferFormParser.Parsed parsed = this.parser.parse(OfferForm.read(typed));
		OfferForm form = parsed.form();
		if (form.isValid()) {
			try {
				return this.page.saved(this.management.create(form.slug(), form.fallback(), parsed.draft(), actor),
						parsed, "offer.created", redirect);
			}
			catch (DuplicateKeyException ex) {
				form = form.withFault("slug", OfferFault.of("offer.fault.slug.taken"));
			}
		}
		return this.page.again(form, parsed.draft(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Actor actor,
			RedirectAttributes redirect) {
		Offer offer = this.offers.get(id);
		OfferFormParser.Parsed parsed = this.parser.parse(OfferForm.read(typed).about(offer));
		if (!parsed.form().isValid()) {
			return this.page.again(parsed.form(), parsed.draft(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			return this.page.saved(this.management.edit(offer.id(), parsed.form().version(), parsed.draft(), actor),
					parsed, "offer.saved", redirect);
		}
		catch (StaleEditException ex) {
			return this.page.stale(this.offers.get(id), parsed);
		}
	}

	/**
	 * The form again after one of its buttons: nothing is saved.
	 */
	@RequestMapping(path = "/draft", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView redraw(@RequestParam MultiValueMap<String, String> typed,
			@RequestParam(defaultValue = "") String act) {
		String id = typed.getFirst("offer");
		OfferForm sent = OfferForm.read(typed);
		OfferForm form = OfferFormEditor.after(act, (id != null) ? sent.about(this.offers.get(id)) : sent);
		return this.page.redrawn(form, this.parser.parse(form).draft(), OfferFormEditor.focus(act, form));
	}

}
