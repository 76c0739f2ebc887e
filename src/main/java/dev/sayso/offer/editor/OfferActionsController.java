package dev.sayso.offer.editor;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.offer.InvalidOfferException;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferManagement;
import dev.sayso.offer.Offers;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

@ConsolePage
@RequestMapping("/offers/{id}")
class OfferActionsController {

	private final Offers offers;

	private final OfferManagement management;

	private final OfferHeadViews heads;

	private final OfferMessages messages;

	OfferActionsController(Offers offers, OfferManagement management, OfferHeadViews heads, OfferMessages messages) {
		this.offers = offers;
		this.management = management;
		this.heads = heads;
		this.messages = messages;
	}

	@PostMapping("/copies")
	String duplicate(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		Offer offer = this.offers.get(id);
		try {
			Offer copy = this.management.duplicate(offer, this.messages.message("offer.copy"), actor);
			Flash.done(redirect, "offer.duplicated", copy.name());
			return "redirect:/offers/" + copy.slug();
		}
		catch (InvalidOfferException ex) {
			Flash.error(redirect, "offer.not-duplicated", offer.name());
			return "redirect:/offers/" + offer.slug() + "/approval";
		}
	}

	/** Asks before it is archived, since it shows nowhere then. */
	@GetMapping("/archive")
	String archive(@PathVariable String id, Model model) {
		model.addAttribute("head", this.heads.create(this.offers.get(id)));
		return "offer/editor/archive";
	}

	@PutMapping("/archive")
	String archive(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		Offer changed = this.management.archive(this.offers.get(id).id(), true, actor);
		Flash.done(redirect, "offer.archived", changed.name());
		return "redirect:/offers/" + changed.slug();
	}

	@DeleteMapping("/archive")
	String restore(@PathVariable String id, Actor actor, RedirectAttributes redirect) {
		Offer changed = this.management.archive(this.offers.get(id).id(), false, actor);
		Flash.done(redirect, "offer.restored", changed.name());
		return "redirect:/offers/" + changed.slug();
	}

}
