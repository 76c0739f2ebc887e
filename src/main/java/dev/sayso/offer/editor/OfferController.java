package dev.sayso.offer.editor;

import jakarta.validation.Valid;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
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

import dev.sayso.audience.eligibility.EligibilityForm;
import dev.sayso.condition.Condition;
import dev.sayso.offer.ApproveOffer;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferDraft;
import dev.sayso.offer.OfferManagement;
import dev.sayso.offer.OfferParts;
import dev.sayso.offer.Offers;
import dev.sayso.offer.Validity;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.Choices;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.PageFrame;

@ConsolePage
@RequestMapping("/offers")
class OfferController {

	private final Offers offers;

	private final OfferManagement management;

	private final ApproveOffer approve;

	private final OfferFormParser parser;

	private final OfferPage page;

	private final TimeFormat times;

	OfferController(Offers offers, OfferManagement management, ApproveOffer approve, OfferFormParser parser,
			OfferPage page, TimeFormat times) {
		this.offers = offers;
		this.management = management;
		this.approve = approve;
		this.parser = parser;
		this.page = page;
		this.times = times;
	}

	@GetMapping("/new")
	ModelAndView draft(@RequestParam(defaultValue = "false") boolean fallback,
			@RequestParam(defaultValue = "") String shown) {
		OfferContent blank = new OfferContent(null, null, null, new Validity(null, null, this.times.zone().getId()), 0,
				null, null, false);
		return this.page.form(new OfferEdit(OfferForm.of(-1, fallback, "", OfferParts.of("", blank), shown, "", ""),
				EligibilityForm.of(Condition.EVERYBODY), null), blank, true);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id, @RequestParam(defaultValue = "") String shown,
			@RequestParam(defaultValue = "") String profile, @RequestParam(defaultValue = "") String find,
			@ModelAttribute("pageFrame") PageFrame pageFrame) {
		Offer offer = this.offers.get(id);
		OfferEdit edit = new OfferEdit(OfferForm.of(offer, shown, profile, find),
				EligibilityForm.of(offer.draft().eligibility()), offer);
		return this.page.form(edit, offer.draft(), pageFrame.markets());
	}

	@PostMapping
	ModelAndView create(@ModelAttribute("form") @Valid OfferForm form, BindingResult errors,
			@RequestParam MultiValueMap<String, String> fields, Actor actor, RedirectAttributes redirect) {
		OfferEdit edit = OfferEdit.read(form, fields, null);
		boolean approving = isApproving(fields);
		OfferDraft draft = this.parser.parse(edit, approving, errors);
		if (!errors.hasErrors()) {
			try {
				Offer created = approving ? this.approve.approveNew(form.slug(), form.fallback(), draft, actor)
						: this.management.create(form.slug(), form.fallback(), draft, actor);
				return this.page.saved(created, draft, form.shown(), approving ? "offer.approved" : "offer.created",
						redirect);
			}
			catch (DuplicateKeyException ex) {
				errors.rejectValue("slug", "offer.fault.slug.taken");
			}
		}
		return this.page.again(edit, draft);
	}

	@PutMapping("/{id}")
	ModelAndView save(@PathVariable String id, @ModelAttribute("form") @Valid OfferForm form, BindingResult errors,
			@RequestParam MultiValueMap<String, String> fields, Actor actor, RedirectAttributes redirect) {
		Offer offer = this.offers.get(id);
		OfferEdit edit = OfferEdit.read(form, fields, offer);
		boolean approving = isApproving(fields);
		OfferDraft draft = this.parser.parse(edit, approving, errors);
		if (errors.hasErrors()) {
			return this.page.again(edit, draft);
		}
		try {
			Offer saved = approving ? this.approve.approveEdited(offer.id(), form.version(), draft, actor)
					: this.management.edit(offer.id(), form.version(), draft, actor);
			return this.page.saved(saved, draft, form.shown(), approving ? "offer.approved" : "offer.saved", redirect);
		}
		catch (StaleEditException ex) {
			return this.page.stale(this.offers.get(id), edit, draft);
		}
	}

	/** The form again after one of its buttons: nothing is saved. */
	@RequestMapping(path = "/draft", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView redraw(@ModelAttribute("form") OfferForm form, @RequestParam MultiValueMap<String, String> fields,
			@RequestParam(defaultValue = "") String act) {
		OfferEdit after = read(form, fields).after(act);
		return this.page.redrawn(after, parsed(after), after.focus(act));
	}

	/** What it says after one of its buttons, or while it is typed: nothing is saved. */
	@RequestMapping(path = "/draft/texts", method = { RequestMethod.POST, RequestMethod.PUT })
	ModelAndView redrawTexts(@ModelAttribute("form") OfferForm form, @RequestParam MultiValueMap<String, String> fields,
			@RequestParam(defaultValue = "") String act) {
		OfferEdit after = read(form, fields).after(act);
		return this.page.texts(after, parsed(after), after.focus(act));
	}

	private OfferEdit read(OfferForm form, MultiValueMap<String, String> fields) {
		String id = fields.getFirst("offer");
		return OfferEdit.read(form, fields, (id != null) ? this.offers.get(id) : null);
	}

	private OfferDraft parsed(OfferEdit edit) {
		return this.parser.parse(edit, new BeanPropertyBindingResult(edit.form(), "form"));
	}

	private static boolean isApproving(MultiValueMap<String, String> fields) {
		return !Choices.read(fields.getFirst("then"), "", "approve").isEmpty();
	}

}
