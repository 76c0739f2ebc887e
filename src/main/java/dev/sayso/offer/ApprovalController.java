package dev.sayso.offer;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.shared.Actor;
import dev.sayso.shared.ConsolePage;
import dev.sayso.shared.Flash;
import dev.sayso.shared.StaleEdit;

/**
 * An offer's approval: reviewed, and given.
 */
@ConsolePage
@RequestMapping("/offers/{id}/approval")
class ApprovalController {

	private final Offers offers;

	private final ApproveOffer approve;

	private final CheckOffer check;

	private final ShowOfferHead heads;

	private final OfferWords words;

	ApprovalController(Offers offers, ApproveOffer approve, CheckOffer check, ShowOfferHead heads, OfferWords words) {
		this.offers = offers;
		this.approve = approve;
		this.check = check;
		this.heads = heads;
		this.words = words;
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
		catch (BadOffer ex) {
			return review(offer, HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (StaleEdit | OptimisticLockingFailureException ex) {
			return review(this.offers.get(id), HttpStatus.CONFLICT).addObject("stale", true);
		}
	}

	private ModelAndView review(Offer offer, HttpStatus status) {
		Map<String, String> faults = new LinkedHashMap<>();
		this.check.ofApproval(offer.fallback(), offer.draft())
			.forEach((part, wrong) -> faults.put(OfferEditor.Field.id(part), this.words.say(wrong)));
		return new ModelAndView("offer/approval", status).addObject("head", this.heads.of(offer))
			.addObject("faults", faults)
			.addObject("stale", false)
			.addObject("differences",
					this.words.differences(this.approve.parts(offer), OfferParts.of(offer.name(), offer.draft())));
	}

}
