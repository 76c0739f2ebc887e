package dev.sayso.decision.api;

import java.util.Locale;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.sayso.offer.Offer;
import dev.sayso.offer.Offers;
import dev.sayso.shared.Actor;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.Flash;

@ConsolePage
@RequestMapping("/offers/{id}/capping")
class CapUsageController {

	private final Offers offers;

	private final CapUsages usages;

	CapUsageController(Offers offers, CapUsages usages) {
		this.offers = offers;
		this.usages = usages;
	}

	@GetMapping
	String show(@PathVariable String id, Model model, Locale reader) {
		Offer offer = this.offers.get(id);
		model.addAttribute("offer", offer);
		model.addAttribute("caps", this.usages.list(offer, reader));
		return "decision/api/cap-usage";
	}

	@DeleteMapping
	String reset(@PathVariable String id, Actor actor, RedirectAttributes to) {
		Offer offer = this.offers.get(id);
		this.usages.reset(offer, actor);
		Flash.done(to, "decision.capping.was-reset", offer.name());
		return "redirect:/offers/" + offer.slug() + "/capping";
	}

}
