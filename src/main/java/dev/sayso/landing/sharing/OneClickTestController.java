package dev.sayso.landing.sharing;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.shared.PublicAddress;
import dev.sayso.shared.page.ConsolePage;

/**
 * Shows whether a mail program's own <em>Unsubscribe</em> button would work.
 */
@ConsolePage
@RequestMapping("/settings/one-click")
class OneClickTestController {

	private final OneClickTest test;

	private final PublicAddress address;

	OneClickTestController(OneClickTest test, PublicAddress address) {
		this.test = test;
		this.address = address;
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("address", this.address.url());
		model.addAttribute("named", this.address.isNamed());
		return "landing/sharing/one-click";
	}

	/** Nothing is written, so the page is drawn at once. */
	@PostMapping
	String run(Model model) {
		model.addAttribute("outcomes", this.test.run());
		return show(model);
	}

}
