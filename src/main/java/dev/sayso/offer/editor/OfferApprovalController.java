package dev.sayso.offer.editor;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.offer.ApproveOffer;
import dev.sayso.offer.InvalidOfferException;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferParts;
import dev.sayso.offer.OfferValidator;
import dev.sayso.offer.Offers;
import dev.sayso.shared.Actor;
import dev.sayso.shared.StaleEditException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

@ConsolePage
@RequestMapping("/offers/{id}/approval")
class OfferApprovalController {

	private final Offers offers;

	private final ApproveOffer approve;

	private final OfferValidator validator;

	private final OfferHeadViews heads;

	private final OfferMessages messages;

	OfferApprovalController(Offers offers, ApproveOffer approve, OfferValidator validator, OfferHeadViews heads,
			OfferMessages messages) {
		this.offers = offers;
		this.approve = approve;
		this.validator = validator;
		this.heads = heads;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView review(@PathVariable String id) {
		return review(this.offers.get(id), HttpStatus.OK);
	}

	@PutMapping
	ModelAndView approve(@PathVariable String id, @RequestParam(defaultValue = "-1") int version, Actor actor,
			RedirectAttributes redirect) {
		Offer offer = this.offers.get(id);
		try {
			Offer approved = this.approve.approve(offer.id(), version, actor);
			Flash.done(redirect, "offer.approved", approved.name(), String.valueOf(approved.approved()));
			return new ModelAndView("redirect:/offers/" + approved.slug() + "/approval");
		}
		catch (InvalidOfferException ex) {
			return review(offer, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (StaleEditException ex) {
			return review(this.offers.get(id), HttpStatus.CONFLICT).addObject("stale", true);
		}
	}

	private ModelAndView review(Offer offer, HttpStatus status) {
		Map<String, String> faults = new LinkedHashMap<>();
		OfferForm form = OfferForm.of(offer, "", "", "");
		this.validator.ofApproval(offer.fallback(), offer.draft())
			.forEach((part, fault) -> faults.put(id(form.field(part)), this.messages.message(fault)));
		return new ModelAndView("offer/editor/approval", status).addObject("head", this.heads.create(offer))
			.addObject("faults", faults)
			.addObject("stale", false)
			.addObject("differences",
					this.messages.differences(this.approve.parts(offer), OfferParts.of(offer.name(), offer.draft())));
	}

	/** The id of a field in the editor. */
	private static String id(String field) {
		return "f-" + field.replaceAll("[\\[.]", "-").replace("]", "");
	}

}
