package dev.sayso.offer.editor;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
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

	private final OfferManagement keep;

	private final TakeOffer take;

	private final OfferPage show;

	private final TimeFormat times;

	OfferController(Offers offers, OfferManagement keep, TakeOffer take, OfferPage show, TimeFormat times) {
		this.offers = offers;
		this.keep = keep;
		this.take = take;
		this.show = show;
		this.times = times;
	}

	@GetMapping("/new")
	ModelAndView draft(@RequestParam(defaultValue = "false") boolean fallback) {
		return this.show.form(OfferForm.blank(fallback, this.times.zone().getId()), true);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id, @RequestParam Map<String, String> chosen,
			@ModelAttribute("chrome") PageFrame chrome) {
		OfferForm form = OfferForm.of(this.offers.get(id));
		Map<String, String> values = new LinkedHashMap<>(form.values());
		for (String choice : new String[] { "shown", "profile", "find" }) {
			values.put(choice, chosen.getOrDefault(choice, ""));
		}
		return this.show.form(form.with(values), chrome.markets());
	}

	@PostMapping
	ModelAndView create(@RequestParam MultiValueMap<String, String> typed, Actor actor, RedirectAttributes redirect) {
		TakeOffer.Taken taken = this.take.of(OfferForm.read(typed));
		OfferForm form = taken.form();
		if (form.isValid()) {
			try {
				return this.show.saved(this.keep.create(form.slug(), form.fallback(), taken.edit(), actor), taken,
						"offer.created", redirect);
			}
			catch (DuplicateKeyException ex) {
				form = form.wrong("slug", OfferFault.of("offer.fault.slug.taken"));
			}
		}
		return this.show.again(form, taken.edit(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Actor actor,
			RedirectAttributes redirect) {
		Offer offer = this.offers.get(id);
		TakeOffer.Taken taken = this.take.of(OfferForm.read(typed).about(offer));
		if (!taken.form().isValid()) {
			return this.show.again(taken.form(), taken.edit(), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			return this.show.saved(this.keep.edit(offer.id(), taken.form().version(), taken.edit(), actor), taken,
					"offer.saved", redirect);
		}
		catch (StaleEditException | OptimisticLockingFailureException ex) {
			return this.show.stale(this.offers.get(id), taken);
		}
	}

	/**
	 * The form again after one of its buttons: nothing is saved.
	 */
	@RequestMapping(path = "/draft", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView redraw(@RequestParam MultiValueMap<String, String> typed,
			@RequestParam(defaultValue = "") String act) {
		String id = typed.getFirst("offer");
		OfferForm read = OfferForm.read(typed);
		OfferForm form = OfferFormEditor.after(act, (id != null) ? read.about(this.offers.get(id)) : read);
		return this.show.redrawn(form, this.take.of(form).edit(), OfferFormEditor.focus(act, form));
	}

}
